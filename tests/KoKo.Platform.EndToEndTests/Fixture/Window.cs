using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace KoKo.Platform.EndToEndTests.Fixture;

/// <summary>A browser window that remembers what it must never see: foreign requests, refusals by the content policy, errors.</summary>
internal sealed class Window : IAsyncDisposable
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
    };

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();

    public Window(IBrowserContext context, IPage page, Uri address)
    {
        this.context = context;
        Page = page;
        page.Request += (_, request) => Note(IsForeign(request.Url, address), $"asks {request.Url}");
        page.Console += (_, message) => Note(message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase), message.Text);
        page.PageError += (_, error) => complaints.Enqueue(error);
    }

    public IPage Page { get; }

    /// <summary>What went wrong so far in this window that no page may do.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    public string Path => new Uri(Page.Url).PathAndQuery;

    public async Task<int> GoAsync(string path) => (await Page.GotoAsync(path))?.Status ?? 0;

    /// <summary>All that a person could stumble over on the open page: axe's findings and sideways scrolling.</summary>
    public async Task<IReadOnlyList<string>> BarriersAsync()
    {
        var result = await Page.RunAxe(Rules);
        var found = result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{Path} {rule.Id}: {node.Target} {node.Html}")).ToList();
        if (await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
        {
            found.Add($"{Path} scrolls sideways");
        }

        return found;
    }

    /// <summary>Addresses of the same hub that the open page links to, without fragments.</summary>
    public async Task<IReadOnlyList<string>> LinksAsync() =>
        await Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin).map(a => a.pathname + a.search)");

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private void Note(bool isWrong, string what)
    {
        if (isWrong)
        {
            complaints.Enqueue(what);
        }
    }

    private static bool IsForeign(string url, Uri address) =>
        !url.StartsWith(address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal);
}
