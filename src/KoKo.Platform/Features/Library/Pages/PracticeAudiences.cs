using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Foundation.Vocabularies;
using KoKo.Platform.Foundation.Web.Forms;

namespace KoKo.Platform.Features.Library.Pages;

/// <summary>The audiences a person chooses from; the API knows them in every combination.</summary>
internal static class PracticeAudiences
{
    public const string Network = Audience.Network;

    private const string Everybody = Audience.Public + "," + Audience.Network;

    public static IReadOnlyList<Choice> For(TenantInfo? tenant, PracticeContent content)
    {
        var choices = new List<Choice> { new(Network, "Das Netzwerk", "Alle Kommunen, Kreise und Länder, die dabei sind.") };
        if (content.License != "network_only")
        {
            choices.Add(new Choice(Everybody, "Alle", "Auch ohne Anmeldung; Kontakt und Autor*innen sieht nur das Netzwerk."));
        }

        var keys = content.HidesPlace || tenant is null ? [] : tenant.RegionKeys.Select(RegionKey.Parse).ToList();
        choices.AddRange(keys.Select(key => key.Land).Distinct().Select(land => new Choice(Audience.Land(land), "Nur das eigene Land")));
        choices.AddRange(keys.Select(key => key.District).OfType<string>().Distinct().Select(district => new Choice(Audience.District(district), "Nur der eigene Kreis")));
        return choices;
    }

    /// <summary>For whom something was published, in words.</summary>
    public static string Told(IReadOnlyList<string> audiences) => audiences.Contains(Audience.Public)
        ? "für alle"
        : $"für {string.Join(", ", audiences.Select(ToldOf).Distinct())}";

    private static string ToldOf(string audience) => audience.Split(':') switch
    {
        ["land", var key] => $"das Land {Vocabulary.LandKey.GermanOf(key)}",
        ["district", var key] => $"den Kreis mit dem Schlüssel {key}",
        ["tenant", ..] => "ein einzelnes Mitglied des Netzwerks",
        _ => "das Netzwerk",
    };

    public static IReadOnlyList<string> Of(string value) => value.Split(',');

    public static string ValueOf(IReadOnlyList<string> audiences) =>
        audiences.Contains(Audience.Public) ? Everybody : audiences[0];
}
