namespace KoKo.Platform.Tests.Foundation.Search.Quality;

public sealed class RankingMeasuresTests
{
    private static readonly Dictionary<string, int> Grades = new() { ["asked"] = 3, ["useful"] = 1 };

    [Fact]
    public void The_best_order_is_1()
    {
        Assert.Equal(1, RankingMeasures.Recall(["asked", "useful", "other"], Grades.Keys));
        Assert.Equal(1, RankingMeasures.Ndcg(["asked", "useful", "other"], Grades));
    }

    [Fact]
    public void Nothing_found_is_0()
    {
        Assert.Equal(0, RankingMeasures.Recall(["other"], Grades.Keys));
        Assert.Equal(0, RankingMeasures.Ndcg([], Grades));
    }

    [Fact]
    public void The_eleventh_counts_no_more()
    {
        string[] found = [.. Enumerable.Range(0, 10).Select(number => $"other {number}"), "asked"];

        Assert.Equal(0, RankingMeasures.Recall(found, Grades.Keys));
        Assert.Equal(0, RankingMeasures.Ndcg(found, Grades));
    }

    [Fact]
    public void A_worse_order_costs_rank_and_no_recall()
    {
        Assert.Equal(1, RankingMeasures.Recall(["useful", "asked"], Grades.Keys));
        Assert.Equal(0.710, RankingMeasures.Ndcg(["useful", "asked"], Grades), tolerance: 0.001);
    }

    [Fact]
    public void More_than_ten_relevant_are_counted_as_ten()
    {
        string[] relevant = [.. Enumerable.Range(0, 12).Select(number => $"practice {number}")];

        Assert.Equal(1, RankingMeasures.Recall(relevant, relevant));
    }
}
