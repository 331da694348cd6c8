using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Foundation.Web;

/// <summary>A page that a signed-in person works on.</summary>
public sealed record HubMenuEntry(string Label, string Href);

/// <summary>What a person finds behind her name: the pages whose operation the access table lets her call.</summary>
internal static class HubMenu
{
    public static IReadOnlyList<(string Label, string Href, string Operation)> All { get; } =
    [
        ("Mein Konto", "/konto", "GetMe"),
        ("Gemerkte Suchen", "/gemerkte-suchen", "ListSavedSearches"),
        ("Mein Profil als Mediator*in", "/mein-profil", "GetMediatorProfile"),
        ("Anfragen und Termine", "/anfragen", "ListMediationRequests"),
        ("Eigene Praxisbeispiele", "/praxisbeispiele", "ListPractices"),
        ("Konferenzen verwalten", "/konferenzen/verwalten", "CreateConference"),
        ("Mitglieder", "/mitglieder", "ListMembers"),
        ("Meine Organisation", "/mandant", "GetOwnTenant"),
        ("Anträge auf Teilnahme", "/geschaeftsstelle/antraege", "ListOnboardings"),
    ];

    public static IReadOnlyList<HubMenuEntry> Of(TenantContext context) =>
        [.. All.Where(entry => context.May(entry.Operation)).Select(entry => new HubMenuEntry(entry.Label, entry.Href))];
}
