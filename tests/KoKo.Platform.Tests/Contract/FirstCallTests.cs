using System.Diagnostics;
using System.Text.RegularExpressions;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Tests.Architecture;
using KoKo.Platform.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Contract;

/// <summary>The first calls that the pages for newcomers show are made as they stand there, by bash and curl.</summary>
public sealed partial class FirstCallTests(PlatformWorld world)
{
    [Theory]
    [InlineData("README.md", 3)]
    [InlineData("openapi/README.md", 1)]
    public async Task Work_as_they_are_written(string page, int answers)
    {
        Assert.SkipUnless(File.Exists("/bin/bash") && File.Exists("/usr/bin/curl"), "bash and curl are needed");
        await world.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(TestContext.Current.CancellationToken);
        var calls = Block().Matches(Repository.Text(page)).Select(block => block.Groups[1].Value).Single(block => block.Contains("TOKEN=", StringComparison.Ordinal));

        var start = new ProcessStartInfo("/bin/bash", ["-e"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var bash = Process.Start(start)!;
        await bash.StandardInput.WriteAsync(calls.Replace("http://localhost:5080/", world.Address.ToString(), StringComparison.Ordinal).Replace("\ncurl", "\necho; curl -f", StringComparison.Ordinal));
        bash.StandardInput.Close();
        var told = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, bash.ExitCode);
        var lines = told.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(answers, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("{\"", line, StringComparison.Ordinal));
        Assert.DoesNotContain("\"items\":[]", told, StringComparison.Ordinal);
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
