namespace KoKo.Platform.Foundation.OpenApi;

/// <summary>The chapters of the document: one per area folder.</summary>
internal static class AreaTags
{
    public static IReadOnlyDictionary<string, string> Descriptions { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Conferences"] = "Network conferences: programme, registration, waiting list, calendar files.",
        ["Library"] = "Best-practice cases: the tenant's working copies, their review and release, and what was published.",
        ["Mediators"] = "Trained mediators: profile, availability, directory, requests and bookings.",
        ["Members"] = "Who am I, and who belongs to my tenant: members, invitations, their acceptance.",
        ["Network"] = "What the whole network shares: one search over everything the caller may see, and controlled vocabularies.",
        ["Tenants"] = "Tenants: onboarding, directory, the own tenant.",
    };
}
