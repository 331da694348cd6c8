using System.Globalization;

namespace KoKo.Platform.Features.Library;

/// <summary>
/// What counts beside the text when practices are ranked, in points of 100. The points are stored with the search document as
/// its quality, which decides between practices that fit a text about equally well. Adoptions join these factors as soon as
/// there are adoptions.
/// </summary>
internal static class Ranking
{
    private const int MostEvaluation = 30;
    private const int MostResult = 10;
    private const int MostEffect = 10;
    private const int MostFreshness = 50;
    private const int Overdue = 20;

    /// <summary>Documents that are no cases have no result to evaluate; they are neither better nor worse for it.</summary>
    private const int Neutral = (MostEvaluation + MostResult + MostEffect) / 2;

    public static int QualityOf(ReleasedPractice row, DateTime now) => FactorsOf(row, now).Sum(factor => factor.Points);

    public static IReadOnlyList<RankingFactor> FactorsOf(ReleasedPractice row, DateTime now) =>
    [
        .. row.Content.Kind == PracticeKinds.Case ? EvidenceOf(row.Content) : [new RankingFactor("evidence", Neutral, MostEvaluation + MostResult + MostEffect, row.Content.Kind)],
        FreshnessOf(row.ReviewDueAt, now),
    ];

    // A case that failed and says so is worth as much as one that succeeded: what did not work is why people look here.
    private static IEnumerable<RankingFactor> EvidenceOf(ReleasedContent content) =>
    [
        new("evaluation", content.EvaluationType switch { "scientific" => MostEvaluation, "external" => 25, "self" => 15, _ => 0 }, MostEvaluation, content.EvaluationType),
        new("result", content.ResultStatus switch { null => 0, "ongoing" or "open" => 4, _ => MostResult }, MostResult, content.ResultStatus),
        new("effect", string.IsNullOrWhiteSpace(content.Effect) ? 0 : MostEffect, MostEffect, null),
    ];

    // One step and no slope: so a document changes only on the day on which its review falls due.
    private static RankingFactor FreshnessOf(DateTime reviewDueAt, DateTime now) =>
        new("freshness", reviewDueAt > now ? MostFreshness : Overdue, MostFreshness, reviewDueAt.ToString("O", CultureInfo.InvariantCulture));
}

/// <summary>One thing that counts beside the text.</summary>
/// <param name="Name">evaluation (how the effect was evaluated), result (whether it is stated), effect (whether it is described), evidence (of what is no case), freshness (whether the review is overdue).</param>
/// <param name="Points">What it adds.</param>
/// <param name="Most">What it could add at most.</param>
/// <param name="Value">What it was judged by, where that is a code or a time.</param>
public sealed record RankingFactor(string Name, int Points, int Most, string? Value);
