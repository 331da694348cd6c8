using System.Runtime.CompilerServices;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Foundation.Search;

/// <summary>Reads what is searchable of released items, each in the context of its publisher.</summary>
internal sealed class ReleasedDocuments(TenantScopes tenants)
{
    private const int ChunkSize = 100;

    /// <summary>The present documents of every item in these changes, however often it changed.</summary>
    public async Task<IReadOnlyList<SearchChange>> LoadAsync(IEnumerable<ReleasedChange> changes, CancellationToken cancellationToken)
    {
        List<SearchChange> loaded = [];
        foreach (var publisher in changes.GroupBy(change => new Owner(change.PublisherKind, change.PublisherId)))
        {
            loaded.AddRange(await LoadAsync(publisher.Key, [.. publisher.Select(change => (change.Kind, change.ItemId)).Distinct()], cancellationToken));
        }

        return loaded;
    }

    /// <summary>Everything that was released up to the position and still is.</summary>
    public async IAsyncEnumerable<SearchDocument> AllAsync(long position, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var chunk in (await ItemsAsync(position, cancellationToken)).Chunk(ChunkSize))
        {
            foreach (var publisher in chunk.GroupBy(item => item.Publisher))
            {
                foreach (var change in await LoadAsync(publisher.Key, [.. publisher.Select(item => (item.Kind, item.ItemId))], cancellationToken))
                {
                    foreach (var document in change.Documents)
                    {
                        yield return document;
                    }
                }
            }
        }
    }

    private async Task<List<(Owner Publisher, string Kind, Guid ItemId)>> ItemsAsync(long position, CancellationToken cancellationToken)
    {
        await using var scope = tenants.Open(TenantContext.Anonymous);
        var items = await scope.ServiceProvider.GetRequiredService<PlatformDb>().ReleasedChanges
            .Where(change => change.Position <= position)
            .Select(change => new { change.PublisherKind, change.PublisherId, change.Kind, change.ItemId })
            .Distinct()
            .OrderBy(item => item.PublisherId)
            .ToListAsync(cancellationToken);
        return [.. items.Select(item => (new Owner(item.PublisherKind, item.PublisherId), item.Kind, item.ItemId))];
    }

    private async Task<IEnumerable<SearchChange>> LoadAsync(Owner owner, IReadOnlyList<(string Kind, Guid ItemId)> items, CancellationToken cancellationToken)
    {
        AsyncServiceScope scope;
        try
        {
            scope = await tenants.OpenAsync(owner, cancellationToken);
        }
        catch (TenantNotSetException)
        {
            return items.Select(item => new SearchChange(item.Kind, item.ItemId, [])); // the publisher is gone, and so are its rows
        }

        await using (scope)
        {
            var publisher = scope.ServiceProvider.GetRequiredService<Publisher>();
            List<SearchDocument> documents = [];
            foreach (var source in scope.ServiceProvider.GetServices<ISearchDocumentSource>())
            {
                var ids = items.Where(item => item.Kind == source.Kind).Select(item => item.ItemId).ToList();
                documents.AddRange(ids.Count == 0 ? [] : await source.LoadAsync(publisher, owner, ids, cancellationToken));
            }

            var byItem = documents.ToLookup(document => (document.Kind, document.ItemId));
            return [.. items.Select(item => new SearchChange(item.Kind, item.ItemId, [.. byItem[item]]))];
        }
    }
}
