using System.Net;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Tests.Features.Library;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>Practices in every state, released to nobody, to the own tenant, to the own Land and to the network.</summary>
internal sealed partial class TenantStory
{
    private const string UsedKey = "Idempotency-Key";

    private async Task WritePracticesAsync()
    {
        foreach (var state in new[] { PracticeState.Draft, PracticeState.Submitted, PracticeState.Reviewed, PracticeState.Released, PracticeState.Archived })
        {
            await tenant.App.InStateAsync(state, Text(tenant.Canary, $"{state}"));
        }

        var sentBack = await tenant.App.InStateAsync(PracticeState.Submitted, Text(tenant.Canary, "ChangesRequested"));
        (await tenant.Person.SendAsync<ReviewPractice>(new { id = sentBack.Id }, new { outcome = "changes-requested", comment = tenant.Says("Bitte kürzen.") })).As<PracticeResponse>();

        await tenant.App.PublishedAsync(Text(tenant.Canary, "eigene"), tenant.Audience);
        await tenant.App.PublishedAsync(Text(tenant.Canary, "Land"), Audience.Land(tenant.Land));
        await tenant.App.PublishedAsync(Text(tenant.Shared, "Netzwerk"), Audience.Network);
        await WithdrawnAsync(Text(tenant.Canary, "zurückgezogen"), tenant.Audience);
        await WithdrawnAsync(Text(tenant.Shared, "zurückgezogen"), Audience.Network);
        await UseKeyAsync();
    }

    private async Task WithdrawnAsync(PracticeContent content, string audience)
    {
        var practice = await tenant.App.PublishedAsync(content, audience);
        Assert.Equal(HttpStatusCode.NoContent, (await tenant.App.SendAsync<WithdrawPractice>(new { id = practice.Id })).Status);
    }

    private async Task UseKeyAsync()
    {
        var key = tenant.Mail("schluessel");
        tenant.Secrets.Add(new Identifier(Shape.Word, UsedKey, key));
        foreach (var client in new[] { tenant.Person, tenant.App })
        {
            (await client.SendAsync<CreatePractice>(null, Text(tenant.Canary, "mit Schlüssel"), null, (UsedKey, key))).As<PracticeResponse>(HttpStatusCode.Created);
        }
    }

    private static PracticeContent Text(string word, string title) => PracticeCast.Complete with
    {
        Title = $"{word} {title}",
        Summary = $"{word} {PracticeCast.Complete.Summary}",
        Parties = [new PracticeParty("residents", $"{word} Anwohnende")],
        ExternalSupport = [new PracticeSupport("mediation", $"{word} Büro")],
        Context = $"{word} Beschwerden",
        Assignment = $"{word} Absprache",
        Approach = [new PracticeStep("analysis", $"{word} Gespräche"), new PracticeStep("implementation", $"{word} Runden")],
        Result = $"{word} Ergebnis",
        SuccessFactors = [$"{word} Vorgespräche"],
        Obstacles = [$"{word} Hindernis"],
        Lessons = $"{word} Lehre",
        TransferabilityReason = $"{word} Grund",
        Links = [$"https://example.org/{word.ToLowerInvariant()}"],
        ContactFunction = $"{word} Koordinierungsstelle",
        Contributors = [$"{word} Konfliktberatung"],
        ConsentBasis = $"{word} Zustimmung",
    };
}
