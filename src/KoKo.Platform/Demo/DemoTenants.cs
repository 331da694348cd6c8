using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Demo;

/// <param name="Keys">Region keys: names and keys are facts, as of 31.12.2020.</param>
internal sealed record DemoTenant(string Slug, string Name, TenantKind Kind, params string[] Keys)
{
    public Guid Id => DemoIds.Tenant(Slug);

    public string ClientId => $"demo-{Slug}";
}

internal static class DemoTenants
{
    public const string Office = "office";

    public static IReadOnlyList<Roles> Cast { get; } =
        [Roles.Administrator, Roles.Editor, Roles.Reviewer, Roles.Releaser, Roles.Organiser, Roles.Auditor, Roles.Reader];

    public static IReadOnlyList<DemoTenant> All { get; } =
    [
        new("duisburg", "Duisburg", TenantKind.Municipality, "05112000"),
        new("hamm", "Hamm", TenantKind.Municipality, "05915000"),
        new("herne", "Herne", TenantKind.Municipality, "05916000"),
        new("soest", "Soest, Stadt", TenantKind.Municipality, "05974040"),
        new("bonn", "Bonn", TenantKind.Municipality, "05314000"),
        new("dortmund", "Dortmund", TenantKind.Municipality, "05913000"),
        new("krefeld", "Krefeld", TenantKind.Municipality, "05114000"),
        new("bocholt", "Bocholt, Stadt", TenantKind.Municipality, "05554008"),
        new("dueren", "Düren, Stadt", TenantKind.Municipality, "05358008"),
        new("guetersloh", "Gütersloh, Stadt", TenantKind.Municipality, "05754008"),
        new("unna", "Unna, Stadt", TenantKind.Municipality, "05978036"),
        new("kreis-coesfeld", "Kreis Coesfeld", TenantKind.District, "05558"),
        new("kreis-olpe", "Kreis Olpe", TenantKind.District, "05966"),
        new("kreis-siegen-wittgenstein", "Kreis Siegen-Wittgenstein", TenantKind.District, "05970"),
        new("rhein-sieg-kreis", "Rhein-Sieg-Kreis", TenantKind.District, "05382"),
        new("oberbergischer-kreis", "Oberbergischer Kreis", TenantKind.District, "05374"),
        new("land-nrw", "Land Nordrhein-Westfalen", TenantKind.Land, "05"),
        new(Office, "Geschäftsstelle des Netzwerks", TenantKind.Office),
        new("akademie", "Akademie für Konfliktmanagement", TenantKind.Provider),
    ];

    public static DemoTenant Of(string slug) => All.Single(tenant => tenant.Slug == slug);

    public static string Mail(Roles role, string slug) => $"{role.ToString().ToLowerInvariant()}@{slug}.example";

    /// <summary>The register: the sixteen pilots and the Länder are real, everything else is invented but of valid shape.</summary>
    public static IEnumerable<Region> Register()
    {
        foreach (var land in Foundation.Vocabularies.Vocabulary.LandKey.Terms)
        {
            yield return new Region(land.Code, RegionLevel.Land, land.German, null);
        }

        foreach (var (key, name, size) in Pilots)
        {
            yield return new Region(key, RegionKey.Parse(key).Level, name, size);
        }

        // Enough Kommunen per Land and size class for k = 5; class 11 is left out: there the class must be dropped.
        // Kreis 999 does not exist anywhere, so that no invented key meets a real one.
        foreach (var land in Foundation.Vocabularies.Vocabulary.LandKey.Terms)
        {
            foreach (var (size, index) in Sizes.Select((size, index) => (size, index)))
            {
                for (var number = 1; number <= 6; number++)
                {
                    yield return new Region($"{land.Code}999{index + 1}{number:00}", RegionLevel.Municipality, $"Musterkommune {land.Code}-{size}-{number}", size);
                }
            }
        }
    }

    private static readonly string[] Sizes = ["12", "21", "22", "30", "40", "50", "district_200k"];

    private static readonly (string Key, string Name, string Size)[] Pilots =
    [
        ("05112000", "Duisburg", "12"), ("05114000", "Krefeld", "12"), ("05314000", "Bonn", "12"), ("05358008", "Düren, Stadt", "21"),
        ("05374", "Oberbergischer Kreis", "district_200k"), ("05382", "Rhein-Sieg-Kreis", "district_over_500k"),
        ("05554008", "Bocholt, Stadt", "21"), ("05558", "Kreis Coesfeld", "district_200k"), ("05754008", "Gütersloh, Stadt", "12"),
        ("05913000", "Dortmund", "11"), ("05915000", "Hamm", "12"), ("05916000", "Herne", "12"), ("05966", "Kreis Olpe", "district_100k"),
        ("05970", "Kreis Siegen-Wittgenstein", "district_200k"), ("05974040", "Soest, Stadt", "22"), ("05978036", "Unna, Stadt", "21"),
    ];
}
