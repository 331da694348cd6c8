using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>One facet within one segment: counts by ordinal, and tells whether a document has a chosen code.</summary>
internal sealed class FacetColumn
{
    private readonly SortedSetDocValues? values;
    private readonly FacetOrdinals ordinals;
    private readonly int[] counts;
    private readonly bool[]? chosen;

    public FacetColumn(string name, AtomicReader segment, IReadOnlyCollection<string>? choice)
    {
        Name = name;
        values = segment.GetSortedSetDocValues(IndexField.FacetPrefix + name);
        ordinals = FacetOrdinals.Of(segment, name, values);
        var size = checked((int)(values?.ValueCount ?? 0));
        counts = new int[size];
        if (choice is null)
        {
            return;
        }

        chosen = new bool[size];
        foreach (var code in choice)
        {
            if (values?.LookupTerm(new BytesRef(code)) is { } ordinal and >= 0)
            {
                chosen[ordinal] = true;
            }
        }
    }

    public string Name { get; }

    public bool IsChosen => chosen is not null;

    public bool Accepts(int document)
    {
        if (chosen is null)
        {
            return true;
        }

        foreach (var ordinal in ordinals.Of(document))
        {
            if (chosen[ordinal])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many of the chosen codes the document has.</summary>
    public int Shared(int document)
    {
        var shared = 0;
        foreach (var ordinal in ordinals.Of(document))
        {
            shared += chosen![ordinal] ? 1 : 0;
        }

        return shared;
    }

    public IReadOnlyList<string> CodesOf(int document)
    {
        List<string> codes = [];
        var code = new BytesRef();
        foreach (var ordinal in ordinals.Of(document))
        {
            values!.LookupOrd(ordinal, code);
            codes.Add(code.Utf8ToString());
        }

        return codes;
    }

    public void Count(int document)
    {
        foreach (var ordinal in ordinals.Of(document))
        {
            counts[ordinal]++;
        }
    }

    public void AddTo(Dictionary<string, int> totals)
    {
        var code = new BytesRef();
        for (var ordinal = 0; ordinal < counts.Length; ordinal++)
        {
            if (counts[ordinal] > 0)
            {
                values!.LookupOrd(ordinal, code);
                var text = code.Utf8ToString();
                totals[text] = totals.GetValueOrDefault(text) + counts[ordinal];
            }
        }
    }
}
