namespace KoKo.Platform.Tests.Foundation.Search.Quality;

public sealed class JudgedQueryTests
{
    private static readonly string[] Kinds = ["inflection", "compound", "umlaut", "typo", "synonym", "gender", "phrase", "order", "abbreviation", "question"];

    [Fact]
    public void There_are_enough_of_each_kind() =>
        Assert.All(Kinds, kind => Assert.True(JudgedQuery.All.Count(query => query.Kind == kind) >= 18, kind));

    [Fact]
    public void There_is_no_other_kind() => Assert.Empty(JudgedQuery.All.Where(query => !Kinds.Contains(query.Kind)));

    [Fact]
    public void The_halves_alternate_within_a_kind() =>
        Assert.All(
            JudgedQuery.All.GroupBy(query => query.Kind).SelectMany(kind => kind.Select((query, place) => (query, place))),
            pair => Assert.Equal(pair.place % 2 == 0 ? JudgedQuery.Tuning : JudgedQuery.Locked, pair.query.Half));

    [Fact]
    public void No_query_is_asked_twice() =>
        Assert.Equal(JudgedQuery.All.Count, JudgedQuery.All.Select(query => query.Text).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void Every_judged_practice_is_in_the_library() =>
        Assert.Empty(JudgedQuery.All.SelectMany(query => query.Grades.Keys).Except(JudgedLibrary.Slugs));

    [Fact]
    public void Every_grade_is_1_2_or_3() =>
        Assert.All(JudgedQuery.All, query => Assert.All(query.Grades.Values, grade => Assert.InRange(grade, 1, 3)));

    [Fact]
    public void Every_practice_answers_a_query() =>
        Assert.Empty(JudgedLibrary.Slugs.Except(JudgedQuery.All.SelectMany(query => query.Grades.Keys)));

    [Fact]
    public void There_are_enough_distractors_and_all_differ()
    {
        Assert.InRange(Distractors.All.Count, 2_000, 3_000);
        Assert.Equal(Distractors.All.Count, Distractors.All.Select(document => (document.Title, document.Summary, document.Body)).Distinct().Count());
    }
}
