using System.Globalization;

namespace KoKo.Platform.Tests.Foundation.Search.Quality;

/// <summary>
/// A query as people of a municipality type it, and the practices that answer it. They were written and judged before anybody
/// tried them, by what the practices say. Whoever improves the search looks at the tuning half only; the locked half tells
/// whether it became better for words nobody had in mind.
/// </summary>
/// <param name="Kind">What is hard about it.</param>
/// <param name="Half">Alternating within a kind, in the order of the file.</param>
/// <param name="Text">What is typed.</param>
/// <param name="Grades">Slug to grade: 3 is exactly what was asked for, 2 helps, 1 is also useful.</param>
internal sealed record JudgedQuery(string Kind, string Half, string Text, IReadOnlyDictionary<string, int> Grades)
{
    public const string Tuning = "tuning";
    public const string Locked = "locked";

    public static IReadOnlyList<JudgedQuery> All { get; } =
        [.. QualityFile.Lines("queries.tsv").Where(line => !line.StartsWith('#')).Select(Parse)];

    private static JudgedQuery Parse(string line)
    {
        var columns = line.Split('\t');
        var grades = columns[3].Split(' ').Select(judgement => judgement.Split(':'));
        return new(columns[0], columns[1], columns[2], grades.ToDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture)));
    }
}
