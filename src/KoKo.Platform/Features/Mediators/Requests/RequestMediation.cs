using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Foundation.Vocabularies;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Mediators.Requests;

[Refuses(nameof(Problems.NotFound), nameof(MediatorProblems.SlotTaken))]
internal sealed class RequestMediation(PlatformDb db, OwnerContext owners, TimeProvider clock)
    : Endpoint<RequestMediationRequest, MediationRequestResponse>
{
    public override void Configure()
    {
        Post("/requests");
        Description(endpoint => endpoint.Produces<MediationRequestResponse>(StatusCodes.Status201Created));
        Summary(summary =>
        {
            summary.Summary = "Ask a mediator for one of her free slots";
            summary.Description = "The mediator hears of it by mail and answers within 14 days. Several tenants may ask for one slot; it is taken when she accepts. Please no names of people in the conflict.";
        });
    }

    public override async Task HandleAsync(RequestMediationRequest request, CancellationToken cancellationToken)
    {
        var sent = await ExecuteAsync(db, owners, clock, request, cancellationToken);

        HttpContext.Response.Headers.Location = $"/v1/requests/{sent.Id}";
        HttpContext.SetETag(sent.Version);
        var response = MediationRequestResponse.Of(sent, null, clock.GetUtcNow().UtcDateTime);
        await Send.ResponseAsync(response, StatusCodes.Status201Created, cancellationToken);
    }

    internal static async Task<MediationRequest> ExecuteAsync(PlatformDb db, OwnerContext owners, TimeProvider clock, RequestMediationRequest request, CancellationToken cancellationToken)
    {
        var tenant = db.Context.Tenant ?? throw new TenantNotSetException();
        var listing = await db.MediatorListings.AsNoTracking().SingleOrDefaultAsync(listing => listing.ItemId == request.MediatorId, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound);
        var sides = new RequestSides(listing.PublisherId, listing.ItemId, listing.Name, tenant.Id, tenant.Name, db.Context.AccountId);
        var mediator = new Owner(OwnerKind.Person, listing.PublisherId);
        return await owners.RunAsync(mediator, (services, inside) => SendAsync(services, inside, sides, request, listing.Audience, clock, cancellationToken), cancellationToken);
    }

    private static async Task<MediationRequest> SendAsync(IServiceProvider services, PlatformDb db, RequestSides sides, RequestMediationRequest request, string audience, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var facts = await services.GetRequiredService<Publisher>().Own<MediatorFreeWindows>(new Owner(OwnerKind.Person, sides.MediatorId)).AsNoTracking()
            .SingleOrDefaultAsync(facts => facts.ItemId == sides.ListingId && facts.Audience == audience, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound);
        var slot = facts.SlotsBetween(request.Start, request.Start.AddMinutes(1), now).Where(slot => slot.Start == request.Start).ToList();
        if (slot.Count == 0 || (request.End is { } end && end != slot[0].End))
        {
            throw new ProblemException(MediatorProblems.SlotTaken);
        }

        var sent = new MediationRequest(sides, request.ToSubject(slot[0].End, facts.TimeZone), now);
        db.MediationRequests.Add(sent);
        services.GetRequiredService<Outbox>().TellBothSides(sent);
        await db.SaveChangesAsync(cancellationToken);
        return sent;
    }
}

/// <param name="MediatorId">The id of the mediator's listing.</param>
/// <param name="Start">When the slot begins, as GET /v1/mediators/{id}/slots says.</param>
/// <param name="End">When the slot ends; if said, it must be that slot's end.</param>
/// <param name="Topic">Code of the vocabulary topic.</param>
/// <param name="Level">Code of the vocabulary conflictLevel.</param>
/// <param name="Format">onsite or online.</param>
/// <param name="TimeFrame">A remark on the time frame in plain text, at most 500 characters. Please no names of people in the conflict.</param>
/// <param name="ContactFunction">The function to talk to, such as <c>Stabsstelle Integration</c>, at most 120 characters; no mail address.</param>
public sealed record RequestMediationRequest(
    Guid MediatorId,
    DateTime Start,
    DateTime? End,
    string Topic,
    string Level,
    MediationFormat Format,
    string? TimeFrame,
    string ContactFunction)
{
    internal RequestSubject ToSubject(DateTime end, string zone) => new(Start, end, zone, Topic, Level, Format, TimeFrame, ContactFunction.Trim());
}

internal sealed class RequestMediationValidator : Validator<RequestMediationRequest>
{
    public RequestMediationValidator()
    {
        RuleFor(request => request.MediatorId).NotEmpty();
        RuleFor(request => request.Start).NotEmpty();
        RuleFor(request => request.Topic).CodeOf(Vocabulary.Topic);
        RuleFor(request => request.Level).CodeOf(Vocabulary.ConflictLevel);
        RuleFor(request => request.TimeFrame).MaximumLength(500).PlainText();
        RuleFor(request => request.ContactFunction).NotEmpty().MaximumLength(120).PlainLine();
    }
}
