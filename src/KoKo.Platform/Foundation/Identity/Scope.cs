namespace KoKo.Platform.Foundation.Identity;

/// <summary>What an app may be allowed: area and direction.</summary>
internal static class Scope
{
    public const string TenantsRead = "tenants:read";
    public const string TenantsWrite = "tenants:write";
    public const string LibraryRead = "library:read";
    public const string LibraryWrite = "library:write";
    public const string SearchRead = "search:read";
    public const string SearchWrite = "search:write";
    public const string MediatorsRead = "mediators:read";
    public const string MediatorsWrite = "mediators:write";
    public const string ConferencesRead = "conferences:read";
    public const string ConferencesWrite = "conferences:write";

    public static IReadOnlySet<string> All => Descriptions.Keys.ToHashSet(StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, string> Descriptions { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [TenantsRead] = "Read the directory of tenants and the own tenant with its members",
        [TenantsWrite] = "Change the own tenant, its members and invitations",
        [LibraryRead] = "Read the own practices and the released ones",
        [LibraryWrite] = "Write, review, release, publish and withdraw practices",
        [SearchRead] = "Search everything the caller may see, and read her saved searches",
        [SearchWrite] = "Save searches for the person and change them",
        [MediatorsRead] = "Read the directory of mediators, free slots, requests and bookings",
        [MediatorsWrite] = "Invite mediators, change the own profile, send and answer requests",
        [ConferencesRead] = "Read conferences and registrations",
        [ConferencesWrite] = "Write conferences, register and cancel",
    };

    private static readonly Dictionary<string, string> German = new(StringComparer.Ordinal)
    {
        [TenantsRead] = "Ihre Organisation, ihre Mitglieder und das Verzeichnis lesen",
        [TenantsWrite] = "Ihre Organisation, ihre Mitglieder und Einladungen ändern",
        [LibraryRead] = "eigene und veröffentlichte Praxisbeispiele lesen",
        [LibraryWrite] = "Praxisbeispiele schreiben, prüfen, freigeben, veröffentlichen und zurückziehen",
        [SearchRead] = "alles durchsuchen, was Sie sehen dürfen, und Ihre gemerkten Suchen lesen",
        [SearchWrite] = "Suchen für Sie merken und ändern",
        [MediatorsRead] = "Mediator*innen, freie Termine, Anfragen und Buchungen lesen",
        [MediatorsWrite] = "Mediator*innen einladen, das eigene Profil ändern, Anfragen stellen und beantworten",
        [ConferencesRead] = "Konferenzen und Anmeldungen lesen",
        [ConferencesWrite] = "Konferenzen schreiben, an- und abmelden",
    };

    public static string GermanOf(string scope) => German.GetValueOrDefault(scope, scope);
}
