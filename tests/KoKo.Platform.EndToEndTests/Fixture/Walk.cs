namespace KoKo.Platform.EndToEndTests.Fixture;

/// <summary>
/// Follows the links of the hub from page to page and looks at two of each kind on a narrow and on a wide screen, unless
/// somebody else was shown the same content there.
/// </summary>
internal sealed class Walk(Window window, HashSet<string> seen)
{
    // two tell as much as sixty
    private const int MostOfAKind = 2;

    private const string Content = "location.pathname + location.search + document.querySelector('main').innerText";

    private static readonly int[] Widths = [360, 1280];

    private readonly Dictionary<string, int> kinds = [];
    private readonly HashSet<string> known = [];
    private readonly Queue<string> waiting = [];

    public List<string> Barriers { get; } = [];

    /// <summary>The routes that were opened.</summary>
    public HashSet<string> Routes { get; } = [];

    public async Task FromAsync(params string[] paths)
    {
        Note(paths);
        while (waiting.TryDequeue(out var path))
        {
            await VisitAsync(path);
        }
    }

    private async Task VisitAsync(string path)
    {
        if (await window.GoAsync(path) is var status and not 200)
        {
            Barriers.Add($"{path} answers {status}");
            return;
        }

        if (seen.Add(await window.Page.EvaluateAsync<string>(Content)))
        {
            await LookAsync();
        }

        Routes.Add(HubRoute.Of(window.Path)!);
        Note(await window.LinksAsync());
    }

    private async Task LookAsync()
    {
        foreach (var width in Widths)
        {
            await window.Page.SetViewportSizeAsync(width, 800);
            Barriers.AddRange((await window.BarriersAsync()).Select(barrier => $"{width} pixels: {barrier}"));
        }
    }

    private void Note(IEnumerable<string> paths)
    {
        foreach (var path in paths.Where(path => HubRoute.Of(path) is not null && known.Add(path)))
        {
            var kind = HubRoute.Of(path) + (path.Contains('?', StringComparison.Ordinal) ? "?" : "");
            if ((kinds[kind] = kinds.GetValueOrDefault(kind) + 1) <= MostOfAKind)
            {
                waiting.Enqueue(path);
            }
        }
    }
}
