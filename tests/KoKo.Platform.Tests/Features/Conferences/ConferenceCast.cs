using System.Net;
using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Features.Conferences.Registrations;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Conferences;

/// <summary>Steps that many tests of this area begin with.</summary>
internal static class ConferenceCast
{
    public static async Task<OwnConferenceResponse> CreatedAsync(this ApiClient organiser, ConferenceBody body) =>
        (await organiser.SendAsync<CreateConference>(body: body)).As<OwnConferenceResponse>(HttpStatusCode.Created);

    public static async Task<OwnConferenceResponse> PublishedAsync(this ApiClient organiser, ConferenceBody body)
    {
        var conference = await organiser.CreatedAsync(body);
        return (await organiser.SendAsync<PublishConference>(new { id = conference.Id })).As<OwnConferenceResponse>();
    }

    public static async Task<OwnConferenceResponse> ChangedAsync(this ApiClient organiser, Guid id, ConferenceBody body)
    {
        var current = await organiser.SendAsync<GetOwnConference>(new { id });
        return (await organiser.SendAsync<ChangeConference>(new { id }, body, null, ("If-Match", current.ETag!))).As<OwnConferenceResponse>();
    }

    public static async Task<RegistrationResponse> RegisteredAsync(this ApiClient client, Guid id, string name = "Kim Beispiel") =>
        (await client.SendAsync<RegisterForConference>(new { id }, new { participantName = name })).As<RegistrationResponse>(HttpStatusCode.Created);

    public static async Task<RegistrationResponse> RegistrationAsync(this ApiClient client, RegistrationResponse registration) =>
        (await client.SendAsync<GetOwnRegistration>(new { id = registration.ConferenceId, registrationId = registration.Id })).As<RegistrationResponse>();

    public static async Task<SeatsResponse> SeatsAsync(this ApiClient client, Guid id) =>
        (await client.SendAsync<GetConference>(new { id })).As<ConferenceResponse>().Seats;
}
