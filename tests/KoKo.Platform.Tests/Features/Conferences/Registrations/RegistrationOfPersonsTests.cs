using System.Globalization;
using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Features.Conferences.Registrations;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace KoKo.Platform.Tests.Features.Conferences.Registrations;

public sealed class RegistrationOfPersonsTests(PlatformWorld world)
{
    [Fact]
    public async Task A_person_registers_once_whatever_the_name()
    {
        var office = await world.AppAsync("office");
        var editor = await world.PersonAsync(Roles.Editor, "guetersloh");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body(capacity: 5))).Id;
        await editor.RegisteredAsync(id, "Kim Beispiel");

        var answer = await editor.SendAsync<RegisterForConference>(new { id }, new { participantName = "Robin Muster" });

        answer.Refused(HttpStatusCode.Conflict, "already-registered");
        Assert.Equal(new SeatsResponse(5, 4, 0, 10), await editor.SeatsAsync(id));
    }

    [Fact]
    public async Task A_colleague_and_the_tenants_app_do_not_see_it()
    {
        var office = await world.AppAsync("office");
        var editor = await world.PersonAsync(Roles.Editor, "guetersloh");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body())).Id;
        var registration = await editor.RegisteredAsync(id);

        foreach (var other in new[] { await world.PersonAsync(Roles.Administrator, "guetersloh"), await world.AppAsync("guetersloh"), await world.PersonAsync(Roles.Organiser, "office") })
        {
            (await other.SendAsync<GetOwnRegistration>(new { id, registrationId = registration.Id })).Refused(HttpStatusCode.NotFound, "not-found");
            (await other.SendAsync<CancelRegistration>(new { id, registrationId = registration.Id })).Refused(HttpStatusCode.NotFound, "not-found");
        }

        Assert.Equal(RegistrationStatus.Confirmed, (await editor.RegistrationAsync(registration)).Status);
    }

    [Fact]
    public async Task Only_organisers_write_conferences_and_read_registrations()
    {
        var organiser = await world.PersonAsync(Roles.Organiser, "guetersloh");
        var reader = await world.PersonAsync(Roles.Reader, "guetersloh");
        var id = (await organiser.CreatedAsync(ConferenceDrafts.Body())).Id;

        Assert.Equal(id, (await reader.SendAsync<GetOwnConference>(new { id })).As<OwnConferenceResponse>().Id);
        (await reader.SendAsync<CreateConference>(body: ConferenceDrafts.Body())).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await reader.SendAsync<PublishConference>(new { id })).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await reader.SendAsync<ListRegistrations>(new { id })).Refused(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Mails_tell_of_the_seat_the_list_and_moving_up()
    {
        var office = await world.AppAsync("office");
        var id = (await office.PublishedAsync(ConferenceDrafts.Body("Fachtag der Post", capacity: 1) with { Online = true, OnlineLink = "https://konferenz.example/post" })).Id;
        var (first, second) = (await world.PersonAsync(Roles.Editor, "bocholt"), await world.PersonAsync(Roles.Reader, "bocholt"));
        var seat = await first.RegisteredAsync(id, "Kim Beispiel");
        await second.RegisteredAsync(id, "Robin Muster");
        await DeliveredAsync(id);
        await first.SendAsync<CancelRegistration>(new { id, registrationId = seat.Id });
        await DeliveredAsync(id);

        var (ofFirst, ofSecond) = (await LettersAsync(Roles.Editor), await LettersAsync(Roles.Reader));

        Assert.Equal(["Ihre Anmeldung ist bestätigt: Fachtag der Post"], ofFirst.Select(letter => letter.Subject));
        Assert.Equal(["Sie stehen auf der Warteliste: Fachtag der Post", "Sie sind nachgerückt: Fachtag der Post"], ofSecond.Select(letter => letter.Subject));
        Assert.Equal([true, false, true], ofFirst.Concat(ofSecond).Select(letter => letter.TextBody!.Contains("https://konferenz.example/post", StringComparison.Ordinal)));
        Assert.All(ofFirst, letter => Assert.Contains($"/konferenzen/{id}", letter.TextBody, StringComparison.Ordinal));
        Assert.All(ofFirst, letter => Assert.Contains("Donnerstag, 12. Juni 2031, 09:30 Uhr", letter.TextBody, StringComparison.Ordinal));
    }

    private async Task DeliveredAsync(Guid conferenceId)
    {
        var cancel = TestContext.Current.CancellationToken;
        while (await world.InsideAsync("office", db => db.OutboxMessages.AnyAsync(message => db.Set<Registration>().Any(row => row.Id == message.SubjectId && row.ConferenceId == conferenceId), cancel)))
        {
            await Task.Delay(50, cancel);
        }
    }

    private async Task<List<MimeMessage>> LettersAsync(Roles role)
    {
        var letters = new List<MimeMessage>();
        foreach (var file in Directory.EnumerateFiles(world.MailFolder, "*.eml").OrderBy(file => long.TryParse(Path.GetFileNameWithoutExtension(file), CultureInfo.InvariantCulture, out var number) ? number : 0))
        {
            letters.Add(await MimeMessage.LoadAsync(file, TestContext.Current.CancellationToken));
        }

        return [.. letters.Where(letter => letter.To.Mailboxes.Single().Address == DemoTenants.Mail(role, "bocholt") && letter.Subject!.EndsWith("Fachtag der Post", StringComparison.Ordinal))];
    }
}
