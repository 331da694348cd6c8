using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>
/// The codes of one facet by document, as numbers, laid out once for each segment: to read them from the index takes much longer
/// than to count them, and every search counts those of all its hits.
/// </summary>
internal sealed class FacetOrdinals
{
    // a segment never changes; what it has goes with it
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, FacetOrdinals>> Known = [];

    private readonly int[] starts;
    private readonly int[] ordinals;

    private FacetOrdinals(SortedSetDocValues? values, int documents)
    {
        List<int> all = [];
        starts = new int[documents + 1];
        for (var document = 0; document < documents && values is not null; document++)
        {
            values.SetDocument(document);
            for (var ordinal = values.NextOrd(); ordinal >= 0; ordinal = values.NextOrd())
            {
                all.Add((int)ordinal);
            }

            starts[document + 1] = all.Count;
        }

        ordinals = [.. all];
    }

    public static FacetOrdinals Of(AtomicReader segment, string field, SortedSetDocValues? values) =>
        Known.GetOrCreateValue(segment.CoreCacheKey).GetOrAdd(field, _ => new FacetOrdinals(values, segment.MaxDoc));

    public ReadOnlySpan<int> Of(int document) => ordinals.AsSpan(starts[document]..starts[document + 1]);
}
