using System.Globalization;
using System.Text;

namespace KoKo.Platform.Tests.Foundation.Search.Quality;

/// <summary>
/// The figures of one engine as a page to read: halves and kinds, then what was not found, then what stood too low. Queries
/// are named from the tuning half alone: who reads what the locked half misses tunes to it, and it measures nothing any more.
/// </summary>
internal static class SearchQualityReport
{
    /// <summary>Where the part begins that is of use to who improves the ranking, and too long for the log of a build.</summary>
    public const string RankedLow = "Ranked low (all found, nDCG below 0.85)";

    private const double Low = 0.85;

    public static string Of(string engine, IReadOnlyList<JudgedAnswer> answers)
    {
        var page = new StringBuilder();
        page.AppendLine(CultureInfo.InvariantCulture, $"Search quality of {engine}: {answers.Count} queries over {JudgedLibrary.Practices.Count} practices among {Distractors.All.Count} distractors");
        page.AppendLine("                 queries   recall@10   nDCG@10   queries with something missing");
        foreach (var half in answers.GroupBy(answer => answer.Query.Half))
        {
            AppendFigures(page, half.Key, half);
            foreach (var kind in half.GroupBy(answer => answer.Query.Kind))
            {
                AppendFigures(page, $"  {kind.Key}", kind);
            }
        }

        var named = answers.Where(answer => answer.Query.Half == JudgedQuery.Tuning).OrderBy(answer => answer.Ndcg).ToList();
        Append(page, "Not found (tuning half)", named.Where(answer => answer.Recall < 1));
        Append(page, RankedLow, named.Where(answer => answer.Recall >= 1 && answer.Ndcg < Low));
        return page.ToString();
    }

    private static void AppendFigures(StringBuilder page, string name, IEnumerable<JudgedAnswer> answers)
    {
        var list = answers.ToList();
        page.AppendLine(CultureInfo.InvariantCulture, $"{name,-16} {list.Count,7}   {list.Average(answer => answer.Recall),9:0.000}   {list.Average(answer => answer.Ndcg),7:0.000}   {list.Count(answer => answer.Recall < 1),7}");
    }

    private static void Append(StringBuilder page, string heading, IEnumerable<JudgedAnswer> answers)
    {
        page.AppendLine().AppendLine(heading);
        foreach (var answer in answers)
        {
            var missing = answer.Missing.Any() ? $" · missing {string.Join(", ", answer.Missing)}" : "";
            page.AppendLine(CultureInfo.InvariantCulture, $"  {answer.Query.Kind}: {answer.Query.Text} · recall {answer.Recall:0.00} nDCG {answer.Ndcg:0.00}{missing} · on top {(answer.Found.Count == 0 ? "nothing" : string.Join(", ", answer.Found.Take(3)))}");
        }
    }
}
