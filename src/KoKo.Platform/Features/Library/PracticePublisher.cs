using System.Globalization;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Library;

/// <summary>Publishes and withdraws the caller's practices: the same way from the API, the hub and the demo world.</summary>
internal sealed class PracticePublisher(PlatformDb db, Publisher publisher, TimeProvider clock)
{
    public const string Kind = "practice";

    private TenantInfo Self => db.Context.Tenant ?? throw new TenantNotSetException();

    private Owner Owner => new(OwnerKind.Tenant, Self.Id);

    /// <param name="check">Refuses the version it is given where the caller read another one.</param>
    public async Task<Practice> PublishAsync(Guid id, IReadOnlyList<string> audiences, Action<int> check, CancellationToken cancellationToken)
    {
        var practice = await db.Practices.GetOwnAsync(id, cancellationToken);
        check(practice.Version);
        await PublishAsync(practice, audiences, db.Context.Actor, clock.GetUtcNow().UtcDateTime, cancellationToken);
        return practice;
    }

    public async Task PublishAsync(Practice practice, IReadOnlyList<string> audiences, string actor, DateTime at, CancellationToken cancellationToken)
    {
        practice.DemandPublishable();
        Demand(practice.Content.License != "network_only" || !audiences.Contains(Audience.Public), PracticeProblems.LicenseForbidsPublic, audiences, Audience.Public);
        var place = practice.Content.HidesPlace ? await PlaceAsync(practice.Content, cancellationToken) : null;
        if (place is not null)
        {
            DemandWideEnough(audiences, place);
        }

        await db.DemandAudiencesAsync(audiences, cancellationToken);

        var names = await PlaceNames.OfAsync(db, Self, cancellationToken);
        var slug = place is not null && names.AreIn(practice.Slug.Replace('-', ' ')) ? PracticeSlug.Of(practice.Title, practice.Id) : practice.Slug;
        practice.Publish(audiences, slug, actor, at);
        var rows = PracticePublication.RowsOf(practice, Self, place);
        if (place is not null)
        {
            names.DemandNone(rows[0].Content);
        }

        await publisher.ReleaseAsync(Kind, Owner, practice.Id, rows, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task WithdrawAsync(Guid id, CancellationToken cancellationToken)
    {
        var practice = await db.Practices.GetOwnAsync(id, cancellationToken);
        practice.Withdraw(db.Context.Actor, clock.GetUtcNow().UtcDateTime);
        await publisher.WithdrawAsync<ReleasedPractice>(Kind, Owner, practice.Id, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<CoarsePlace> PlaceAsync(PracticeContent content, CancellationToken cancellationToken)
    {
        var place = await CoarsePlace.OfAsync(db, content.LandKey, content.PopulationClass, cancellationToken);
        return place ?? (content.AnonymisationLevel == Anonymisation.Composite
            ? CoarsePlace.Nowhere
            : throw new ProblemException(PracticeProblems.NoRegionRegister));
    }

    // A Kreis or a single tenant as audience says where the practice is at home to whoever compares what two callers see;
    // a Land may be addressed only where the row names it anyway.
    private static void DemandWideEnough(IReadOnlyList<string> audiences, CoarsePlace place)
    {
        foreach (var audience in audiences)
        {
            var wide = audience is Audience.Public or Audience.Network || (place.LandKey is { } land && audience == Audience.Land(land));
            Demand(wide, PracticeProblems.AudienceTooNarrow, audiences, audience);
        }
    }

    private static void Demand(bool holds, Problem problem, IReadOnlyList<string> audiences, string culprit)
    {
        if (!holds)
        {
            var index = audiences.Select((audience, index) => (audience, index)).First(item => item.audience == culprit).index;
            throw new ProblemException(problem, [new ProblemError($"/audiences/{index.ToString(CultureInfo.InvariantCulture)}", problem.Code, problem.Title)]);
        }
    }
}
