using KoKo.Platform.Foundation.Search.German;
using Lucene.Net.Search;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>
/// What a word of a query is worth in a document: how it stands there, times where. The best of them counts, not the sum,
/// so that nobody gains by repeating; only in the title and in the text a word counts a little more the denser it stands, so
/// that a short title comes before a long one.
/// </summary>
internal static class WordWorth
{
    public const float AsWritten = 100;
    public const float Meaning = 62;
    public const float Parts = 90;
    public const float PartsByMeaning = 70;
    public const float PartsApart = 30;
    public const float OneTypo = 55;
    public const float TwoTypos = 40;
    public const float PartsWithTypos = 35;
    public const float Beginning = 30;

    private const float Density = 3;

    private static readonly (string Field, float Share)[] Places =
    [
        (IndexField.Title, 1), (IndexField.Names, .85f), (IndexField.Summary, .8f), (IndexField.All, .6f),
    ];

    public static DisjunctionMaxQuery InEachField(Func<string, Query> query, float worth) => In(Places, query, worth);

    /// <summary>For ways that cost much to look for.</summary>
    public static DisjunctionMaxQuery InTitleOrText(Func<string, Query> query, float worth) => In([Places[0], Places[^1]], query, worth);

    /// <summary>Whether a hit has each word at least as a text has one that is written like it.</summary>
    public static bool IsAsWritten(float score, QueryWords words) => score >= AsWritten * Places[^1].Share * words.Wanted.Count;

    private static DisjunctionMaxQuery In(IEnumerable<(string Field, float Share)> places, Func<string, Query> query, float worth)
    {
        var best = new DisjunctionMaxQuery(tieBreakerMultiplier: 0);
        foreach (var (field, share) in places)
        {
            best.Add(IsDense(field, worth) ? Dense(query(field), worth * share) : new ConstantScoreQuery(query(field)) { Boost = worth * share });
        }

        return best;
    }

    private static bool IsDense(string field, float worth) => (field is IndexField.All or IndexField.Title) && (worth is AsWritten or OneTypo);

    private static BooleanQuery Dense(Query query, float worth)
    {
        query.Boost = Density;
        return new(disableCoord: true)
        {
            { new ConstantScoreQuery(query) { Boost = worth }, Occur.MUST },
            { query, Occur.SHOULD },
        };
    }
}
