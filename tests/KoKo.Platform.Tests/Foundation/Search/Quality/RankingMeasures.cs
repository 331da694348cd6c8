namespace KoKo.Platform.Tests.Foundation.Search.Quality;

/// <summary>How good a list of ten is, from 0 to 1.</summary>
internal static class RankingMeasures
{
    public const int Depth = 10;

    /// <summary>The part of what is relevant that is among the first ten.</summary>
    public static double Recall(IReadOnlyList<string> found, IReadOnlyCollection<string> relevant) =>
        (double)found.Take(Depth).Count(relevant.Contains) / Math.Min(Depth, relevant.Count);

    /// <summary>
    /// How much of the best possible order was reached: a document is worth 2 to its grade less 1, and the less the farther
    /// down it stands. So the second place for what was asked costs far more than the ninth for what is also useful.
    /// </summary>
    public static double Ndcg(IReadOnlyList<string> found, IReadOnlyDictionary<string, int> grades)
    {
        var best = Gain(grades.Values.OrderDescending());
        return Gain(found.Select(key => grades.GetValueOrDefault(key))) / best;
    }

    private static double Gain(IEnumerable<int> grades) =>
        grades.Take(Depth).Select((grade, place) => (Math.Pow(2, grade) - 1) / Math.Log2(place + 2)).Sum();
}
