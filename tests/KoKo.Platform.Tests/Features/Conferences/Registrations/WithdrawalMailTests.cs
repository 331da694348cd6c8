using KoKo.Platform.Demo;
using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Features.Conferences.Registrations;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Tests.Features.Conferences.Registrations;

public sealed class WithdrawalMailTests(PlatformWorld world)
{
    private static readonly string[] Registered = [DemoTenants.Mail(Roles.Reader, "unna"), DemoTenants.Mail(Roles.Editor, "unna"), DemoTenants.Mail(Roles.Reviewer, "unna")];

    [Fact]
    public async Task Everybody_who_is_registered_or_waits_hears_that_a_conference_was_withdrawn()
    {
        var (office, id, title) = await WithdrawnAsync();

        var seat = await world.MailToAsync(Registered[0], $"Zurückgezogen: {title}");
        var waiting = await world.MailToAsync(Registered[1], $"Zurückgezogen: {title}");

        Assert.Contains("Guten Tag Kim Beispiel,", seat.TextBody, StringComparison.Ordinal);
        Assert.Contains("Beginn wäre gewesen: Donnerstag, 12. Juni 2031, 09:30 Uhr (Europe/Berlin)", seat.TextBody, StringComparison.Ordinal);
        Assert.Contains("Veranstaltet von: Geschäftsstelle des Netzwerks", seat.TextBody, StringComparison.Ordinal);
        Assert.Contains("Ihre Anmeldung bleibt gespeichert.", seat.TextBody, StringComparison.Ordinal);
        Assert.Contains("Ihr Platz auf der Warteliste bleibt gespeichert.", waiting.TextBody, StringComparison.Ordinal);
        foreach (var mail in new[] { seat, waiting })
        {
            Assert.Single(mail.GetRecipients());
            Assert.DoesNotContain("@", mail.TextBody, StringComparison.Ordinal);
        }

        await office.SendAsync<PublishConference>(new { id });
        await world.MailToAsync(Registered[0], $"Ihre Anmeldung ist bestätigt: {title}");
        await world.MailToAsync(Registered[1], $"Sie stehen auf der Warteliste: {title}");
    }

    [Fact]
    public async Task Who_cancelled_hears_nothing_and_neither_does_an_app()
    {
        var (_, id, title) = await WithdrawnAsync();

        await world.MailToAsync(Registered[0], $"Zurückgezogen: {title}");
        Assert.Equal(2, await HeardAsync(title));
        Assert.Equal(4, await world.InsideAsync("office", db => db.Registrations.CountAsync(row => row.ConferenceId == id, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Of_a_conference_that_is_over_nobody_hears()
    {
        var (office, unna) = (await world.AppAsync("office"), await world.PersonAsync(Roles.Reader, "unna"));
        var body = ConferenceDrafts.Body($"Fachtag {Guid.NewGuid():N}");
        var id = (await office.PublishedAsync(body)).Id;
        await unna.RegisteredAsync(id);
        await office.ChangedAsync(id, body with { Starts = "2020-06-12T09:30", RegistrationCloses = null });
        await office.SendAsync<PublishConference>(new { id });

        await office.SendAsync<WithdrawConference>(new { id });

        Assert.Equal(0, await HeardAsync(body.Title));
    }

    /// <summary>One seat, one on the waiting list, one who cancelled, and one for an app.</summary>
    private async Task<(ApiClient Office, Guid Id, string Title)> WithdrawnAsync()
    {
        var office = await world.AppAsync("office");
        var title = $"Fachtag {Guid.NewGuid():N}";
        var id = (await office.PublishedAsync(ConferenceDrafts.Body(title, capacity: 1))).Id;
        var clients = new[] { await world.PersonAsync(Roles.Reader, "unna"), await world.PersonAsync(Roles.Editor, "unna"), await world.PersonAsync(Roles.Reviewer, "unna"), await world.AppAsync("hamm") };
        var registrations = new List<RegistrationResponse>();
        foreach (var (client, name) in clients.Zip(["Kim Beispiel", "Robin Muster", "Alex Probe", "Toni Entwurf"]))
        {
            registrations.Add(await client.RegisteredAsync(id, name));
        }

        await clients[2].SendAsync<CancelRegistration>(new { id, registrationId = registrations[2].Id });
        await office.SendAsync<WithdrawConference>(new { id });
        return (office, id, title);
    }

    /// <summary>How many mails about the withdrawal there are, once nothing of it is left to send.</summary>
    private async Task<int> HeardAsync(string title)
    {
        for (var left = 1; left > 0;)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken); // the platform's own worker may hold a message
            left = await world.InsideAsync("office", db => db.OutboxMessages.CountAsync(message => message.Kind == SendWithdrawalNews.MessageKind, TestContext.Current.CancellationToken));
        }

        return world.Mails($"Zurückgezogen: {title}").Count;
    }
}
