namespace KoKo.Platform.Tests.Foundation.Search.Quality;

/// <summary>What an engine answered to a judged query.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Found">Slugs of practices and titles of distractors, best first.</param>
internal sealed record JudgedAnswer(JudgedQuery Query, IReadOnlyList<string> Found)
{
    public double Recall { get; } = RankingMeasures.Recall(Found, [.. Query.Grades.Keys]);

    public double Ndcg { get; } = RankingMeasures.Ndcg(Found, Query.Grades);

    public IEnumerable<string> Missing => Query.Grades.Keys.Except(Found);
}
