using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Features.Conferences.Registrations;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Demo;

/// <summary>
/// Conferences of the office: one with free seats, one with a single free seat, one that is full, one that is over, and
/// one for each step that examples try.
/// </summary>
internal static class DemoConferences
{
    public static readonly Guid WithFreeSeats = Id("free-seats");
    public static readonly Guid WithOneFreeSeat = Id("one-free-seat");
    public static readonly Guid Full = Id("full");
    public static readonly Guid Over = Id("over");
    public static readonly Guid ToChange = Id("to-change");
    public static readonly Guid ToPublish = Id("to-publish");
    public static readonly Guid ToWithdraw = Id("to-withdraw");

    /// <summary>Made by Duisburg's app for the conference with free seats.</summary>
    public static readonly Guid RegistrationToRead = DemoIds.Of("registration/to-read");
    public static readonly Guid RegistrationToCancel = DemoIds.Of("registration/to-cancel");

    private static readonly string[] Names =
    [
        "Kim Beispiel", "Robin Muster", "Alex Probe", "Sascha Vorlage", "Toni Entwurf", "Charlie Skizze", "Noa Beispiel", "Jona Muster",
        "Mika Probe", "Luca Vorlage", "Sam Entwurf", "Chris Skizze", "Nico Beispiel", "Andrea Muster", "Dominique Probe", "Kai Vorlage",
    ];

    public static async Task SeedAsync(IServiceProvider services, DateTime now, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<PlatformDb>();
        if (!await db.Conferences.AnyAsync(cancellationToken))
        {
            await db.InTransactionAsync(() => SeedAllAsync(services, db, now, cancellationToken), cancellationToken);
        }
    }

    private static async Task<bool> SeedAllAsync(IServiceProvider services, PlatformDb db, DateTime now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now);
        await PublishedAsync(services, WithFreeSeats, DemoConferenceTexts.Network(Workday(today, 10, DayOfWeek.Thursday)), now, 9, cancellationToken);
        await PublishedAsync(services, WithOneFreeSeat, DemoConferenceTexts.Workshop(Workday(today, 6, DayOfWeek.Tuesday)), now, 11, cancellationToken);
        await PublishedAsync(services, Full, DemoConferenceTexts.Full(Workday(today, 8, DayOfWeek.Wednesday)), now, 11, cancellationToken);
        await PublishedAsync(services, Over, DemoConferenceTexts.Past(Workday(today, -22, DayOfWeek.Thursday)), now.AddDays(-200), 14, cancellationToken);
        await PublishedAsync(services, ToWithdraw, DemoConferenceTexts.Online(Workday(today, 5, DayOfWeek.Monday), "Sprechstunde: Fragen zur Anonymisierung", "Eine offene Stunde zu Praxisbeispielen: Was muss weg, was darf bleiben, und wer gibt frei?"), now, 0, cancellationToken);

        db.Conferences.Add(Draft(ToChange, DemoConferenceTexts.Online(Workday(today, 14, DayOfWeek.Monday), "Sprechstunde: Konfliktmanagement aufbauen", "Für Kommunen, die gerade anfangen: Auftrag, Stelle, erste Schritte und typische Umwege."), now));
        db.Conferences.Add(Draft(ToPublish, DemoConferenceTexts.Online(Workday(today, 12, DayOfWeek.Monday), "Sprechstunde: Mediator*innen beauftragen", "Wie ein Auftrag entsteht, was er kostet und woran man merkt, dass er erfüllt ist."), now));
        await db.SaveChangesAsync(cancellationToken);
        await AppRegistrationsAsync(services, now, cancellationToken);
        return true;
    }

    private static async Task PublishedAsync(IServiceProvider services, Guid id, ConferenceBody body, DateTime now, int registrations, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<PlatformDb>();
        db.Conferences.Add(Draft(id, body, now));
        await db.SaveChangesAsync(cancellationToken);
        var (_, ledger) = await PublishConference.ExecuteAsync(db, services.GetRequiredService<Publisher>(), services.GetRequiredService<Outbox>(), services.GetRequiredService<TimeProvider>(), id, _ => { }, cancellationToken);
        foreach (var number in Enumerable.Range(0, registrations))
        {
            var tenant = DemoTenants.All[number];
            var party = new RegistrationParty(DemoIds.Account(DemoTenants.Mail(Roles.Reader, tenant.Slug)), tenant.Id, IsApp: false);
            Register(db, ledger, party, new Participant(Names[number], tenant.Name, null), now.AddHours(number - 240), DemoIds.Of($"registration/{id}/{number}"));
        }

        await services.GetRequiredService<Publisher>().ShowSeatsAsync(ledger, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static async Task AppRegistrationsAsync(IServiceProvider services, DateTime now, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<PlatformDb>();
        var duisburg = DemoIds.Tenant("duisburg");
        var party = new RegistrationParty(duisburg, duisburg, IsApp: true);
        var ledger = await db.SeatLedgers.FindAsync([DemoIds.Tenant(DemoTenants.Office), WithFreeSeats], cancellationToken) ?? throw new InvalidOperationException("The conference is seeded first.");
        Register(db, ledger, party, new Participant("Andrea Muster", "Stadt Duisburg", "Kommt mit dem Rollstuhl."), now.AddHours(-3), RegistrationToRead);
        Register(db, ledger, party, new Participant("Dominique Probe", "Stadt Duisburg", null), now.AddHours(-2), RegistrationToCancel);
        await services.GetRequiredService<Publisher>().ShowSeatsAsync(ledger, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Register(PlatformDb db, SeatLedger ledger, RegistrationParty party, Participant participant, DateTime now, Guid id) =>
        db.Registrations.Add(new Registration(ledger.TenantId, ledger.ConferenceId, party, participant, ledger.Take(now), now, id));

    private static Conference Draft(Guid id, ConferenceBody body, DateTime now) => new(body.ToContent(), now, id);

    /// <summary>A working day that many weeks ahead, never between the years.</summary>
    private static DateOnly Workday(DateOnly today, int weeks, DayOfWeek weekday)
    {
        var day = today.AddDays(7 * weeks);
        day = day.AddDays(weekday - day.DayOfWeek);
        return day is { Month: 12, Day: >= 20 } or { Month: 1, Day: <= 7 } ? day.AddDays(21) : day;
    }

    private static Guid Id(string name) => DemoIds.Of($"conference/{name}");
}
