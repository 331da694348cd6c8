using KoKo.Platform.Foundation.Commands;
using KoKo.Platform.Foundation.Data;

namespace KoKo.Platform.Foundation.Search;

/// <summary><c>reindex</c>: builds the search index anew.</summary>
internal sealed class ReindexVerb : IVerb
{
    public string Name => "reindex";

    public string Usage => "";

    public async Task<int> RunAsync(WebApplication app, IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        if (arguments.Count > 0)
        {
            return await Verbs.NotUnderstoodAsync(this, output);
        }

        return await app.DatabaseIsReadyAsync(output, cancellationToken)
            ? await RunAsync(app.Services.GetRequiredService<SearchIndexer>(), output, cancellationToken)
            : Verbs.Refused;
    }

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(SearchIndexer indexer, TextWriter output, CancellationToken cancellationToken)
    {
        try
        {
            await indexer.RebuildAsync(cancellationToken);
            await output.WriteLineAsync("The search index is built.");
            return Verbs.Done;
        }
        catch (SearchUnavailableException exception) when (exception.IsLocked)
        {
            await output.WriteLineAsync("A running instance works on the search index. Stop it first, then run reindex again.");
            return Verbs.Refused;
        }
    }
}
