using Microsoft.Extensions.Options;

namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>A Meilisearch without a key shows and changes everything for whoever reaches it: outside Development the platform does not work with one.</summary>
internal sealed class MeilisearchGuard(MeilisearchClient client, IOptions<MeilisearchOptions> options)
{
    public const string OpenServer = "Meilisearch answers without a key. Start it with a master key, and set Search:Meilisearch:Key.";

    /// <returns>False where the platform must not start. A server that is not up yet is looked at when it is.</returns>
    public async Task<bool> IsPassedAsync(TextWriter output, CancellationToken cancellationToken)
    {
        try
        {
            if (options.Value.AllowsOpenServer || !await client.IsOpenAsync(cancellationToken))
            {
                return true;
            }
        }
        catch (SearchUnavailableException)
        {
            return true;
        }

        await output.WriteLineAsync(OpenServer);
        return false;
    }
}
