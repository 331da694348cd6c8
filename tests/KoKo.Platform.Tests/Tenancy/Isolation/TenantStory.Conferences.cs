using System.Net;
using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Features.Conferences.Registrations;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Tests.Features.Conferences;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>Conferences before, during and after their publication, with people who take part.</summary>
internal sealed partial class TenantStory
{
    private async Task HoldConferencesAsync()
    {
        await tenant.Person.CreatedAsync(Conference(tenant.Canary, "Entwurf", tenant.Audience));
        await tenant.Person.CreatedAsync(Conference(tenant.Canary, "zweiter Entwurf", tenant.Audience));
        var own = await tenant.Person.PublishedAsync(Conference(tenant.Canary, "eigene Konferenz", tenant.Audience));
        await tenant.Person.PublishedAsync(Conference(tenant.Canary, "Konferenz des Landes", Audience.Land(tenant.Land)));
        var shared = await tenant.Person.PublishedAsync(Conference(tenant.Shared, "Netzwerkkonferenz", Audience.Network));
        foreach (var (word, audience) in new[] { (tenant.Canary, tenant.Audience), (tenant.Shared, Audience.Network) })
        {
            var withdrawn = await tenant.Person.PublishedAsync(Conference(word, "abgesagte Konferenz", audience));
            Assert.Equal(HttpStatusCode.NoContent, (await tenant.Person.SendAsync<WithdrawConference>(new { id = withdrawn.Id })).Status);
        }

        foreach (var conference in new[] { own, shared })
        {
            await RegisterAsync(tenant.Person, conference.Id, "Person");
            await RegisterAsync(tenant.App, conference.Id, "Erste");
            await RegisterAsync(tenant.App, conference.Id, "Wartende");
        }
    }

    private async Task RegisterAsync(ApiClient client, Guid id, string name)
    {
        var body = new { participantName = tenant.Says(name), organisation = tenant.Says("Amt"), note = tenant.Says("Hinweis") };
        (await client.SendAsync<RegisterForConference>(new { id }, body)).As<RegistrationResponse>(HttpStatusCode.Created);
    }

    private static CreateConferenceRequest Conference(string word, string title, string audience) =>
        ConferenceDrafts.Body($"{word} {title}", capacity: 2, audiences: audience) with
        {
            Summary = $"{word} Ein Tag zum Austausch über Konflikte in der Kommune.",
            Description = $"{word} Beschreibung",
            Venue = new VenueBody($"{word} Haus", $"{word} Weg 1"),
            Online = true,
            OnlineLink = $"https://example.org/{word.ToLowerInvariant()}",
            Sessions = [new SessionBody { Title = $"{word} Begrüßung", Kind = SessionKind.Plenary, Room = $"{word} Saal", Starts = "2031-06-12T09:30", Ends = "2031-06-12T10:00", Speakers = [$"{word} Rednerin"] }],
        };
}
