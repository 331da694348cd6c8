using KoKo.Platform.Foundation.Commands;
using Microsoft.AspNetCore.Builder;

namespace KoKo.Platform.Tests.Foundation.Commands;

public sealed class VerbsTests
{
    [Fact]
    public async Task An_unknown_verb_ends_with_two_and_the_list()
    {
        var (exit, text) = await RunAsync("reindeks", "--Data:Path=/nowhere");

        Assert.Equal(Verbs.NotUnderstood, exit);
        Assert.StartsWith("There is no verb 'reindeks'. There are:", text, StringComparison.Ordinal);
        Assert.Contains("\n  reindex\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_alone_are_no_verb_and_the_platform_serves()
    {
        Assert.Equal((null, ""), await RunAsync());
        Assert.Equal((null, ""), await RunAsync("--Urls=http://127.0.0.1:0", "reindex"));
    }

    [Fact]
    public async Task A_verb_called_with_the_wrong_arguments_says_its_usage()
    {
        var (exit, text) = await RunAsync("reindex", "everything");

        Assert.Equal((Verbs.NotUnderstood, "Usage: reindex"), (exit, text.Trim()));
    }

    [Fact]
    public void Settings_are_no_arguments() =>
        Assert.Equal(["Netzwerk Nord", "a@b.example"], Verbs.ArgumentsOf(["--Data:Path=x", "Netzwerk Nord", "--Data:Path", "y", "a@b.example", "--environment"]));

    [Fact]
    public void A_path_is_no_setting() =>
        Assert.Equal(["--Data:Path=x", "--Urls", "y"], Verbs.SettingsOf(["import-sqlite", "/data/koko.db", "--Data:Path=x", "--Urls", "y"]));

    private static async Task<(int? Exit, string Text)> RunAsync(params string[] args)
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        await using var output = new StringWriter();
        return (await Verbs.RunAsync(app, args, output, TestContext.Current.CancellationToken), output.ToString().ReplaceLineEndings("\n"));
    }
}
