using System.Net;
using KoKo.Platform.Features.Members;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Members;

public sealed class MembersPageTests(PlatformWorld world)
{
    [Fact]
    public async Task An_administrator_invites_changes_and_removes_on_pages()
    {
        using var hub = await world.HubAsync(Roles.Administrator, "kreis-olpe");
        var mail = MemberWorld.NewMail();
        var invited = await hub.SubmitAsync(await hub.GetAsync("/mitglieder/einladen"), "einladen", ("Name", "Neu Hier"), ("Mail", mail), ("Roles", "Editor"));
        Assert.Equal(new Uri(world.Address, "/mitglieder?getan=eingeladen"), invited.Location);
        Assert.Contains(mail, (await hub.GetAsync("/mitglieder")).Text, StringComparison.Ordinal);

        var accepted = (await world.AcceptAsync(PlatformWorld.TokenIn(await world.MailToAsync(mail)))).As<AcceptInvitationResponse>(HttpStatusCode.Created);
        var page = await hub.GetAsync($"/mitglieder/{accepted.AccountId}");
        var changed = await hub.SubmitAsync(page, "aendern", ("Name", "Anders Genannt"), ("Roles", "Reviewer"));
        Assert.Equal(new Uri(world.Address, "/mitglieder?getan=gespeichert"), changed.Location);
        Assert.Contains("Anders Genannt", (await hub.GetAsync("/mitglieder")).Text, StringComparison.Ordinal);

        var stale = await hub.SubmitAsync(page, "aendern", ("Name", "Zu spät"));
        Assert.Contains("Inzwischen hat jemand anderes das geändert.", stale.Text, StringComparison.Ordinal);

        await hub.SubmitAsync(page, "entfernen");
        Assert.Equal(HttpStatusCode.NotFound, (await hub.GetAsync($"/mitglieder/{accepted.AccountId}")).Status);
    }

    [Fact]
    public async Task A_broken_rule_is_said_at_its_field()
    {
        using var hub = await world.HubAsync(Roles.Administrator, "kreis-olpe");

        var answer = await hub.SubmitAsync(await hub.GetAsync("/mitglieder/einladen"), "einladen", ("Name", "Neu Hier"), ("Mail", "kein-at"), ("Roles", "Emperor"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("Bitte geben Sie eine E-Mail-Adresse an", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Bitte wählen Sie mindestens eine Rolle.", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/mitglieder")]
    [InlineData("/mitglieder/einladen")]
    public async Task A_reader_is_not_let_in(string path)
    {
        using var hub = await world.HubAsync(Roles.Reader, "kreis-olpe");

        Assert.Equal(HttpStatusCode.Forbidden, (await hub.GetAsync(path)).Status);
    }
}
