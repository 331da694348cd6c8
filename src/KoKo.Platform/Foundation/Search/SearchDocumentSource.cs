using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Foundation.Search;

/// <summary>
/// One search document per released row. Facets are named like the vocabulary of their codes; those that the search filters by are
/// topic, method, conflictLevel, resultStatus, landKey, populationClass, costBand and language.
/// </summary>
internal abstract class SearchDocumentSource<TReleased> : ISearchDocumentSource
    where TReleased : class, IDatedRelease
{
    public abstract string Kind { get; }

    public abstract string ApiPath { get; }

    public abstract string HubPath { get; }

    public async Task<IReadOnlyList<SearchDocument>> LoadAsync(
        Publisher publisher, Owner owner, IReadOnlyCollection<Guid> itemIds, CancellationToken cancellationToken)
    {
        var rows = await publisher.Own<TReleased>(owner).AsNoTracking().Where(row => itemIds.Contains(row.ItemId)).ToListAsync(cancellationToken);
        return [.. rows.Select(Of)];
    }

    public async Task<IReadOnlySet<(Guid ItemId, string Audience)>> VisibleAsync(
        PlatformDb db, IReadOnlyCollection<Guid> itemIds, CancellationToken cancellationToken)
    {
        var rows = await db.Set<TReleased>().AsNoTracking()
            .Where(row => itemIds.Contains(row.ItemId))
            .Select(row => new { row.ItemId, row.Audience })
            .ToListAsync(cancellationToken);
        return rows.Select(row => (row.ItemId, row.Audience)).ToHashSet();
    }

    public async Task<IReadOnlyList<Guid>> NewAsync(PlatformDb db, DateTime from, DateTime until, int most, CancellationToken cancellationToken) =>
        await db.Set<TReleased>().AsNoTracking()
            .Where(row => row.VisibleSince >= from && row.VisibleSince < until)
            .OrderByDescending(row => row.VisibleSince)
            .Select(row => row.ItemId)
            .Take(most)
            .ToListAsync(cancellationToken);

    /// <summary>What is searchable of a row: only what its audience may read, labels of codes as names.</summary>
    protected abstract SearchDocument Of(TReleased row);
}
