using System.Globalization;
using KoKo.Platform.Features.Mediators.Availability;

namespace KoKo.Platform.Features.Mediators.Requests;

/// <summary>The words of the mails: who, when, and where it stands. Topic and remarks are read on the platform.</summary>
internal static class MediationLetter
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static (string Subject, string Text) ToMediator(MediationRequest request, DateTime now) => request.StateAt(now) switch
    {
        RequestState.Requested => Of("Neue Anfrage", $"{request.TenantName} fragt Sie für den {When(request)} an. Bitte antworten Sie bis zum {Day(request, request.ExpiresAt)}.", "/anfragen"),
        RequestState.Accepted => Of("Termin zugesagt", $"Sie haben {request.TenantName} für den {When(request)} zugesagt.", "/anfragen"),
        RequestState.Declined => Of("Anfrage abgesagt", $"Sie haben die Anfrage von {request.TenantName} für den {When(request)} abgelehnt.", "/anfragen"),
        RequestState.Cancelled => Of("Anfrage zurückgezogen", $"{request.TenantName} hat die Anfrage für den {When(request)} zurückgezogen. Der Termin ist wieder frei.", "/anfragen"),
        _ => Of("Anfrage abgelaufen", $"Die Anfrage von {request.TenantName} für den {When(request)} ist ohne Antwort abgelaufen.", "/anfragen"),
    };

    public static (string Subject, string Text) ToTenant(MediationRequest request, DateTime now) => request.StateAt(now) switch
    {
        RequestState.Requested => Of("Ihre Anfrage ist unterwegs", $"Ihre Anfrage an {request.MediatorName} für den {When(request)} wurde zugestellt.", "/anfragen"),
        RequestState.Accepted => Of("Zusage zu Ihrer Anfrage", $"{request.MediatorName} hat für den {When(request)} zugesagt.", "/anfragen"),
        RequestState.Declined => Of("Absage zu Ihrer Anfrage", $"{request.MediatorName} kann die Anfrage für den {When(request)} nicht annehmen.", "/mediation"),
        RequestState.Cancelled => Of("Anfrage zurückgezogen", $"Ihre Anfrage an {request.MediatorName} für den {When(request)} ist zurückgezogen.", "/anfragen"),
        _ => Of("Anfrage abgelaufen", $"Ihre Anfrage an {request.MediatorName} für den {When(request)} blieb ohne Antwort und ist abgelaufen.", "/mediation"),
    };

    private static (string Subject, string Text) Of(string subject, string text, string page) => (
        $"KoKo Plattform: {subject}",
        $"""
        Guten Tag,

        {text}

        Alles Weitere finden Sie nach der Anmeldung auf der KoKo Plattform unter {page}.
        Bitte antworten Sie nicht auf diese Mail.
        """);

    private static string When(MediationRequest request) =>
        WallTime.Local(request.TimeZone, request.Start).ToString("d. MMMM yyyy, HH:mm 'Uhr'", German);

    private static string Day(MediationRequest request, DateTime utc) => WallTime.Local(request.TimeZone, utc).ToString("d. MMMM yyyy", German);
}
