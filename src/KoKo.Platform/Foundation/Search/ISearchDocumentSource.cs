using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Foundation.Search;

/// <summary>What an area puts into the search; found by scanning. Derive from <see cref="SearchDocumentSource{TReleased}"/>.</summary>
internal interface ISearchDocumentSource
{
    /// <summary>practice, mediator or conference: the kind that the area gives to <see cref="Publisher"/>.</summary>
    string Kind { get; }

    /// <summary>Where the API answers with an item, such as <c>/v1/library</c>.</summary>
    string ApiPath { get; }

    /// <summary>Where the hub shows an item, such as <c>/bibliothek</c>.</summary>
    string HubPath { get; }

    /// <summary>All documents of these items; an item without any is gone. Runs in the publisher's context.</summary>
    Task<IReadOnlyList<SearchDocument>> LoadAsync(Publisher publisher, Owner owner, IReadOnlyCollection<Guid> itemIds, CancellationToken cancellationToken);

    /// <summary>What the caller sees now and could not see before: the newest items of a time, its end left out.</summary>
    Task<IReadOnlyList<Guid>> NewAsync(PlatformDb db, DateTime from, DateTime until, int most, CancellationToken cancellationToken);

    /// <summary>Which rows of these items the caller sees now: the database has the last word over the index.</summary>
    Task<IReadOnlySet<(Guid ItemId, string Audience)>> VisibleAsync(PlatformDb db, IReadOnlyCollection<Guid> itemIds, CancellationToken cancellationToken);
}
