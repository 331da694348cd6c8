namespace KoKo.Platform.Foundation.OpenApi;

/// <summary>The chapters of the document: one per area folder.</summary>
internal static class AreaTags
{
    public static IReadOnlyDictionary<string, string> Descriptions { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Conferences"] = "Network conferences: programme, registration, waiting list, calendar files.",
        ["Identity"] = "Who am I: tenant, roles, audiences and scopes of the caller.",
        ["Library"] = "Best-practice cases: the tenant's working copies, their review and release, and what was published.",
        ["Mediators"] = "Trained mediators: profile, availability, directory, requests and bookings.",
        ["Network"] = "What the whole network shares: controlled vocabularies.",
        ["Search"] = "One search over everything the caller may see.",
        ["Tenants"] = "Tenants: onboarding, directory, the own tenant with its members and invitations.",
    };
}
