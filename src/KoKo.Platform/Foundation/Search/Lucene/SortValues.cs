using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>The values by which one sort compares documents; their key is still empty, which is before every other.</summary>
internal sealed class SortValues(SearchSort sort, bool scored)
{
    /// <summary>What the best quality adds to the score of the text: less than lies between a word in the title and one in the summary.</summary>
    public const float MostQuality = 2;

    private readonly BytesRef title = new();
    private NumericDocValues? dates;
    private NumericDocValues? qualities;
    private SortedDocValues? titles;

    public void Enter(AtomicReader segment)
    {
        dates = segment.GetNumericDocValues(IndexField.SortDate);
        qualities = segment.GetNumericDocValues(IndexField.Quality);
        titles = segment.GetSortedDocValues(IndexField.TitleKey);
    }

    public RankedHit Of(int document, Scorer scorer) => sort switch
    {
        SearchSort.Title => new RankedHit(0, 0, TitleOf(document), string.Empty, document),
        SearchSort.Relevance when scored => new RankedHit(
            Round(scorer.GetScore() + (qualities!.Get(document) * MostQuality / 100)), dates!.Get(document), string.Empty, string.Empty, document),
        _ => new RankedHit(0, dates!.Get(document), string.Empty, string.Empty, document),
    };

    private string TitleOf(int document)
    {
        titles!.Get(document, title);
        return title.Utf8ToString();
    }

    // the sum of floats depends on the order of addition, which differs by segment; a cursor must not
    private static float Round(float score) => MathF.Round(score * 64) / 64;
}
