using System.Text.RegularExpressions;
using KoKo.Platform.Foundation.OpenApi;
using KoKo.Platform.Tests.Architecture;

namespace KoKo.Platform.Tests.Contract;

/// <summary>The table that integrators read is the catalogue: every code, its status and its meaning, in its order.</summary>
public sealed partial class ProblemListTests
{
    [Fact]
    public void The_integrators_page_lists_every_problem_and_no_other()
    {
        var listed = Row().Matches(Repository.Text("openapi/README.md")).Select(row => row.Value);

        Assert.Equal(ProblemCatalogue.All.Select(problem => $"| `{problem.Code}` | {problem.Status} | {problem.English} |"), listed);
    }

    [GeneratedRegex(@"^\| `[^`]+` \| \d{3} \| .+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
