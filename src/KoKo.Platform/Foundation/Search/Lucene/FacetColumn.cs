using Lucene.Net.Index;
using Lucene.Net.Util;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>One facet within one segment: counts by ordinal, and tells whether a document has a chosen code.</summary>
internal sealed class FacetColumn
{
    private readonly SortedSetDocValues? values;
    private readonly int[] counts;
    private readonly bool[]? chosen;

    public FacetColumn(string name, SortedSetDocValues? values, IReadOnlyCollection<string>? choice)
    {
        Name = name;
        this.values = values;
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

        values?.SetDocument(document);
        for (var ordinal = Next(); ordinal >= 0; ordinal = Next())
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
        values?.SetDocument(document);
        var shared = 0;
        for (var ordinal = Next(); ordinal >= 0; ordinal = Next())
        {
            shared += chosen![ordinal] ? 1 : 0;
        }

        return shared;
    }

    public IReadOnlyList<string> CodesOf(int document)
    {
        List<string> codes = [];
        var code = new BytesRef();
        values?.SetDocument(document);
        for (var ordinal = Next(); ordinal >= 0; ordinal = Next())
        {
            values!.LookupOrd(ordinal, code);
            codes.Add(code.Utf8ToString());
        }

        return codes;
    }

    public void Count(int document)
    {
        values?.SetDocument(document);
        for (var ordinal = Next(); ordinal >= 0; ordinal = Next())
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

    // below 0 when the document has no further code: Lucene's own sign is -1, too
    private int Next() => (int)(values?.NextOrd() ?? SortedSetDocValues.NO_MORE_ORDS);
}
