using Lucene.Net.Index;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>
/// Filters by facets and counts them in one pass. A facet with a choice is counted as if it had none, so that its other values
/// keep their numbers: a document that fails in exactly one facet still counts there.
/// </summary>
internal sealed class FacetCounts(IReadOnlyDictionary<string, IReadOnlyCollection<string>> filters, bool counting = true)
{
    private readonly Dictionary<string, Dictionary<string, int>> totals = [];
    private FacetColumn[] columns = [];

    public void Enter(AtomicReader segment)
    {
        Flush();
        var names = segment.FieldInfos.Where(_ => counting)
            .Where(field => field.Name.StartsWith(IndexField.FacetPrefix, StringComparison.Ordinal))
            .Select(field => field.Name[IndexField.FacetPrefix.Length..])
            .Union(filters.Keys);
        columns =
        [
            .. names
                .Select(name => new FacetColumn(name, segment, filters.GetValueOrDefault(name)))
                .OrderByDescending(column => column.IsChosen),
        ];
    }

    public bool Accept(int document)
    {
        FacetColumn? failed = null;
        foreach (var column in columns)
        {
            if (!column.IsChosen)
            {
                break; // chosen ones come first
            }

            if (!column.Accepts(document))
            {
                if (failed is not null)
                {
                    return false;
                }

                failed = column;
            }
        }

        if (failed is not null)
        {
            failed.Count(document);
            return false;
        }

        foreach (var column in columns)
        {
            column.Count(document);
        }

        return true;
    }

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Result()
    {
        Flush();
        return !counting ? new Dictionary<string, IReadOnlyDictionary<string, int>>() : totals.ToDictionary(facet => facet.Key, IReadOnlyDictionary<string, int> (facet) => facet.Value);
    }

    private void Flush()
    {
        foreach (var column in columns)
        {
            if (!totals.TryGetValue(column.Name, out var counts))
            {
                totals[column.Name] = counts = [];
            }

            column.AddTo(counts);
        }

        columns = [];
    }
}
