namespace KoKo.Platform.Tests.Foundation.Search.Quality;

/// <summary>
/// Below this an engine may not fall. A change that makes the search better raises it in the same commit; what is wanted of the
/// locked half is a recall of 0.95 and an nDCG of 0.85.
/// </summary>
internal sealed record CommittedLevel(string Half, double Recall, double Ndcg)
{
    public static IReadOnlyList<CommittedLevel> Of(string engine) => engine switch
    {
        "lucene" => [new(JudgedQuery.Tuning, 0.93, 0.92), new(JudgedQuery.Locked, 0.90, 0.89)],
        "meilisearch" => [new(JudgedQuery.Tuning, 0.92, 0.91), new(JudgedQuery.Locked, 0.91, 0.90)],
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "Nothing is committed for this engine yet."),
    };
}
