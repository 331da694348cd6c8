using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Search.German;

namespace KoKo.Platform.Tests.Foundation.Search;

/// <summary>What every search engine must do. A subclass says how one is opened.</summary>
public abstract partial class SearchIndexContract : IAsyncLifetime
{
    private protected static readonly string[] Anonymous = ["public"];
    private protected static readonly string[] Network = ["public", "network", "tenant:a"];

    private long position;

    private protected ISearchIndex Index { get; set; } = null!;

    private protected GermanWords Words { get; private set; } = GermanWords.Curated;

    public async ValueTask InitializeAsync() => Index = await OpenAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>An index at the same place as before, as after a restart.</summary>
    private protected abstract Task<ISearchIndex> OpenAsync();

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected static SearchDocument Case(string title, string? summary = null, string audience = "public", Guid? id = null) => new()
    {
        ItemId = id ?? Guid.NewGuid(),
        Kind = "practice",
        Audience = audience,
        Title = title,
        Summary = summary,
        SortDate = new DateTime(2026, 5, 1, 8, 0, 0, DateTimeKind.Utc),
    };

    private protected Task AddAsync(params SearchDocument[] documents) => Index.UpdateAsync(
        [.. documents.GroupBy(document => document.ItemId).Select(item => new SearchChange(item.First().Kind, item.Key, [.. item]))], ++position, Stop);

    private protected Task<SearchResults> FindAsync(string text, string[]? audiences = null) =>
        Index.SearchAsync(audiences ?? Anonymous, new SearchQuery { Text = text }, Stop);

    private protected async Task<IReadOnlyList<string>> TitlesAsync(string text, string[]? audiences = null) => Titles(await FindAsync(text, audiences));

    private protected static IReadOnlyList<string> Titles(SearchResults results) => [.. results.Hits.Select(hit => Plain(hit.Title))];

    private protected static string Plain(IEnumerable<TextPart> parts) => string.Concat(parts.Select(part => part.Text));

    private protected static string Marked(IEnumerable<TextPart> parts) =>
        string.Concat(parts.Select(part => part.IsMatch ? $"[{part.Text}]" : part.Text));
}
