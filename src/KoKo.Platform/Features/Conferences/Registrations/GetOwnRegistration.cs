using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Features.Conferences.Registrations;

[SendsETag]
internal sealed class GetOwnRegistration(PlatformDb db) : Endpoint<GetOwnRegistrationRequest, RegistrationResponse>
{
    public override void Configure()
    {
        Get("/conferences/{id:guid}/registrations/{registrationId:guid}");
        Summary(summary =>
        {
            summary.Summary = "Read my registration";
            summary.Description = "Only for who registered. It stays readable when it was cancelled and when the conference was withdrawn.";
        });
    }

    public override async Task HandleAsync(GetOwnRegistrationRequest request, CancellationToken cancellationToken)
    {
        var registration = await db.OwnRegistrations().AsNoTracking()
            .SingleOrDefaultAsync(registration => registration.ConferenceId == request.Id && registration.Id == request.RegistrationId, cancellationToken)
            ?? throw new ProblemException(Problems.NotFound);

        HttpContext.SetETag(registration.Version);
        await Send.OkAsync(RegistrationResponse.Of(registration), cancellationToken);
    }
}

/// <summary>A registration of the caller.</summary>
public sealed record GetOwnRegistrationRequest
{
    /// <summary>The conference.</summary>
    public Guid Id { get; init; }

    /// <summary>The registration.</summary>
    public Guid RegistrationId { get; init; }
}
