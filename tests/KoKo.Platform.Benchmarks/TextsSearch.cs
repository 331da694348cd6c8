using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Benchmarks;

/// <summary>One engine over the texts; answers with the texts themselves, best first.</summary>
internal sealed class TextsSearch(ISearchIndex index, IEnumerable<BenchText> texts, int depth)
{
    private static readonly string[] Audiences = [BenchText.Audience];

    private readonly Dictionary<Guid, BenchText> byId = texts.ToDictionary(text => text.Id);

    public async Task<IReadOnlyList<BenchText>> FindAsync(string text, CancellationToken cancellationToken)
    {
        var results = await index.SearchAsync(Audiences, new SearchQuery { Text = text, Limit = depth, Highlight = false }, cancellationToken);
        return [.. results.Hits.Select(hit => byId[hit.ItemId])];
    }
}
