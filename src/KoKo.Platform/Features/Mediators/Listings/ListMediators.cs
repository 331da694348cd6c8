using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Foundation.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Mediators.Listings;

internal sealed class ListMediators(PlatformDb db, Cursors cursors, TimeProvider clock) : Endpoint<ListMediatorsRequest, Page<MediatorResponse>>
{
    private const int DefaultLimit = 25;

    public override void Configure()
    {
        Get("/mediators");
        Summary(summary =>
        {
            summary.Summary = "List the mediators the caller may see";
            summary.Description = "Sorted by name. Filters narrow each other; a filter only meets what the caller sees of a listing.";
        });
    }

    public override async Task HandleAsync(ListMediatorsRequest request, CancellationToken cancellationToken) =>
        await Send.OkAsync(await ExecuteAsync(db, cursors, clock, request, cancellationToken), cancellationToken);

    internal static async Task<Page<MediatorResponse>> ExecuteAsync(PlatformDb db, Cursors cursors, TimeProvider clock, ListMediatorsRequest request, CancellationToken cancellationToken)
    {
        var limit = request.Limit ?? DefaultLimit;
        var listings = db.MediatorListings.AsNoTracking().Matching(request.Topic, request.Language, request.Region, request.Method, request.Online);
        if (cursors.Read(nameof(ListMediators), request.Cursor) is { } position)
        {
            var (name, id) = (position[0], Guid.Parse(position[1]));
#pragma warning disable CA1309 // runs in the database, which compares as it sorts
            listings = listings.Where(listing => string.Compare(listing.Name, name) > 0 || (listing.Name == name && listing.ItemId > id));
#pragma warning restore CA1309
        }

        var rows = await listings.OrderBy(listing => listing.Name).ThenBy(listing => listing.ItemId).Take(limit + 1).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var next = rows.Count > limit ? cursors.Write(nameof(ListMediators), rows[limit - 1].Name, rows[limit - 1].ItemId.ToString()) : null;
        return new Page<MediatorResponse>([.. rows.Take(limit).Select(listing => MediatorResponse.Of(listing, now))], next);
    }
}

/// <param name="Topic">Code of the vocabulary topic.</param>
/// <param name="Language">A language, BCP 47, such as <c>tr</c>.</param>
/// <param name="Region">Key of a Land (2 digits) or Kreis (5 digits); who covers the whole Land around a Kreis is found too.</param>
/// <param name="Method">Code of the vocabulary method; only those are found whose methods the caller may see.</param>
/// <param name="Online">Whether the mediator works online.</param>
/// <param name="Limit">How many at most, 1 to 100, 25 if not said.</param>
/// <param name="Cursor">The <c>nextCursor</c> of the page before.</param>
public sealed record ListMediatorsRequest(string? Topic, string? Language, string? Region, string? Method, bool? Online, int? Limit, string? Cursor);

internal sealed class ListMediatorsValidator : Validator<ListMediatorsRequest>
{
    public ListMediatorsValidator()
    {
        RuleFor(request => request.Topic).CodeOf(Vocabulary.Topic).When(request => request.Topic is not null);
        RuleFor(request => request.Method).CodeOf(Vocabulary.Method).When(request => request.Method is not null);
        RuleFor(request => request.Language).MaximumLength(20);
        RuleFor(request => request.Region)
            .Must(key => key is null || (RegionKey.TryParse(key, out var region) && region.Level is RegionLevel.Land or RegionLevel.District))
            .Says("unknown-region", "Erwartet wird der Schlüssel eines Landes (2 Ziffern) oder Kreises (5 Ziffern).", "The key of a Land (2 digits) or Kreis (5 digits) is expected.");
        RuleFor(request => request.Limit).InclusiveBetween(1, 100);
    }
}
