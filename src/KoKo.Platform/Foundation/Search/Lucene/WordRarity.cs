using Lucene.Net.Search;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>
/// What each word of a query counts where not all need to be there: the fewer documents have it, the more. Only documents
/// are counted that the caller may see, and in steps so coarse that a cursor survives a few writes.
/// </summary>
internal sealed class WordRarity(IndexSearcher searcher, Filter audience)
{
    private const double DoublingsPerStep = 2;

    /// <summary>Lets each word count as much as it is rare.</summary>
    public void Weigh(IReadOnlyList<Query> words)
    {
        var all = CountOf(new MatchAllDocsQuery());
        foreach (var word in words)
        {
            word.Boost *= WeightOf(all, CountOf(word));
        }
    }

    private static float WeightOf(int all, int count) => 1 + (float)Math.Floor(Math.Log2((all + 1.0) / (count + 1)) / DoublingsPerStep);

    public int CountOf(Query query)
    {
        var counter = new TotalHitCountCollector();
        searcher.Search(query, audience, counter);
        return counter.TotalHits;
    }
}
