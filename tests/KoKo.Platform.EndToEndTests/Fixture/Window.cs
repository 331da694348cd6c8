using System.Collections.Concurrent;
using System.Collections.Specialized;
using System.Web;
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

    // what axe does not look at and every person sees
    private const string Untidy =
        """
        (() => {
          const shown = css => [...document.querySelectorAll(css)].filter(element => element.checkVisibility());
          const squeezed = shown('.kern-btn').filter(button => button.offsetHeight > button.offsetWidth);
          const sticking = shown('main a, main .kern-label__optional').filter(element => {
            let before = element.previousSibling;
            while (before?.nodeType === Node.COMMENT_NODE) before = before.previousSibling;
            if (!before || !/[\p{L}\d]$/u.test(before.textContent) || /^\s/.test(element.textContent)) return false;
            const range = document.createRange();
            range.selectNode(before);
            const [left, right] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
            return left.top < right.bottom && right.top < left.bottom && Math.abs(right.left - left.right) < 2;
          });
          return [...squeezed.map(button => `squeezes: ${button.textContent}`), ...sticking.map(element => `has no blank before: ${element.textContent}`)];
        })()
        """;

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly Uri address;

    public Window(IBrowserContext context, IPage page, Uri address)
    {
        this.context = context;
        this.address = address;
        Page = page;
        page.Request += (_, request) => Note(IsForeign(request.Url, address), $"asks {request.Url}");
        page.Console += (_, message) => Note(message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase), message.Text);
        page.PageError += (_, error) => complaints.Enqueue(error);
    }

    public IPage Page { get; }

    /// <summary>What went wrong so far in this window that no page may do.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    public string Path => new Uri(Page.Url).PathAndQuery;

    public NameValueCollection Query => HttpUtility.ParseQueryString(new Uri(Page.Url).Query);

    /// <summary>Another window of the same person, signed in as she is.</summary>
    public async Task<Window> OpenTabAsync() => new(context, await context.NewPageAsync(), address);

    public async Task<int> GoAsync(string path) => (await Page.GotoAsync(path))?.Status ?? 0;

    /// <summary>Presses a button of the page itself, not of what stands around it.</summary>
    public Task PressAsync(string button) =>
        Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>All that a person could stumble over on the open page: axe's findings and sideways scrolling.</summary>
    public async Task<IReadOnlyList<string>> BarriersAsync()
    {
#pragma warning disable CS0618 // the other way opens one more page for each run, for frames that the hub has none of, and takes twice as long
        var result = await Page.Locator("html").RunAxeLegacy(Rules);
#pragma warning restore CS0618
        var found = result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{Path} {rule.Id}: {node.Target} {node.Html}")).ToList();
        if (await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
        {
            found.Add($"{Path} scrolls sideways");
        }

        return [.. found, .. (await Page.EvaluateAsync<string[]>(Untidy)).Select(what => $"{Path} {what}")];
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
