using KoKo.Platform.Features.Library;

namespace KoKo.Platform.Tests.Features.Library;

public sealed class RankingTests
{
    private static readonly DateTime Now = new(2026, 6, 1, 8, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("scientific", "agreement", "Weniger Beschwerden.", 100)]
    [InlineData("external", "agreement", "Weniger Beschwerden.", 95)]
    [InlineData("self", "agreement", null, 75)]
    [InlineData("none", "agreement", null, 60)]
    [InlineData(null, "ongoing", " ", 54)]
    [InlineData(null, null, null, 50)]
    public void Evidence_counts(string? evaluation, string? result, string? effect, int quality) =>
        Assert.Equal(quality, Ranking.QualityOf(Row(new ReleasedContent { EvaluationType = evaluation, ResultStatus = result, Effect = effect }), Now));

    [Fact]
    public void What_failed_is_worth_as_much_as_what_succeeded() => Assert.Equal(
        Ranking.QualityOf(Row(new ReleasedContent { ResultStatus = "agreement" }), Now),
        Ranking.QualityOf(Row(new ReleasedContent { ResultStatus = "failed" }), Now));

    [Fact]
    public void An_overdue_review_costs_rank_from_the_moment_on_at_which_it_is_due()
    {
        var row = Row(new ReleasedContent());

        Assert.Equal(50, Ranking.QualityOf(row, row.ReviewDueAt.AddTicks(-1)));
        Assert.Equal(20, Ranking.QualityOf(row, row.ReviewDueAt));
    }

    [Fact]
    public void What_is_no_case_is_neither_better_nor_worse_for_having_no_result() =>
        Assert.Equal([("evidence", 25, 50), ("freshness", 50, 50)], Ranking.FactorsOf(Row(new ReleasedContent { Kind = "guide" }), Now).Select(factor => (factor.Name, factor.Points, factor.Most)));

    [Fact]
    public void No_quality_is_above_a_hundred() =>
        Assert.Equal(100, Ranking.FactorsOf(Row(new ReleasedContent()), Now).Sum(factor => factor.Most));

    private static ReleasedPractice Row(ReleasedContent content) => new()
    {
        ItemId = Guid.NewGuid(),
        Audience = "network",
        ShadowedBy = [],
        PublisherId = Guid.NewGuid(),
        Version = 1,
        Revision = 1,
        Slug = "fall",
        Kind = content.Kind,
        Title = "Fall",
        Summary = "Ein Fall",
        Topics = [],
        PublisherLabel = "eine Kommune",
        NamedPublisherId = null,
        NamedPublisherSlug = null,
        Content = content,
        PublishedAt = Now.AddMonths(-6),
        UpdatedAt = Now.AddMonths(-6),
        ReviewDueAt = Now.AddMonths(18),
    };
}
