using FastEndpoints;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Library;

internal sealed class CreatePractice(PlatformDb db, TimeProvider clock) : Endpoint<PracticeContent, PracticeResponse>
{
    public override void Configure()
    {
        Post("/practices");
        Description(endpoint => endpoint.Produces<PracticeResponse>(StatusCodes.Status201Created));
        Summary(summary =>
        {
            summary.Summary = "Create a practice";
            summary.Description = "Begins a working copy that only the own tenant sees. A title is enough; what is written must keep its limits.";
        });
    }

    public override async Task HandleAsync(PracticeContent request, CancellationToken cancellationToken)
    {
        var practice = await ExecuteAsync(db, clock, request, cancellationToken);
        HttpContext.SetETag(practice.Version);
        HttpContext.Response.Headers.Location = $"/v1/practices/{practice.Id}";
        await Send.ResponseAsync(PracticeResponse.Of(practice), StatusCodes.Status201Created, cancellationToken);
    }

    internal static async Task<Practice> ExecuteAsync(PlatformDb db, TimeProvider clock, PracticeContent content, CancellationToken cancellationToken)
    {
        var practice = new Practice(content, db.Context.Actor, clock.GetUtcNow().UtcDateTime);
        db.Practices.Add(practice);
        await db.SaveChangesAsync(cancellationToken);
        return practice;
    }
}
