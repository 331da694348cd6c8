using System.Security.Cryptography;
using System.Text;

namespace KoKo.Platform.Features.Mediators.Listings;

/// <summary>The text a mediator agrees to when she publishes her listing. A change of it is a new version.</summary>
internal static class ConsentText
{
    public const string Version = "2026-2";

    public const string Text =
        """
        Ich willige ein, dass die KoKo Plattform die hier genannten Angaben aus meinem Profil und meine freien Termine den Leserkreisen zeigt, die ich auswähle.

        Öffentlich sichtbar sind: Name, Bezeichnung, Rolle, Themen, Sprachen, Regionen, Qualifikationen und freie Termine.
        Im Netzwerk, in einem Land, einem Kreis oder bei einzelnen Kommunen sind zusätzlich sichtbar: Organisation, Beschreibung, Methoden, Umkreis und Honorarrahmen.

        Meine Kontaktadresse wird nie gezeigt; Anfragen erreichen mich über die Plattform. Die Einwilligung ist freiwillig. Ich kann sie jederzeit mit Wirkung für die Zukunft zurücknehmen; der Eintrag verschwindet dann sofort.
        """;

    public static string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\n"))));

    public static IReadOnlyList<string> PublicFields { get; } =
        ["name", "titleForm", "role", "topics", "languages", "regions", "online", "qualifications", "leadTimeHours", "timeZone", "slots"];

    public static IReadOnlyList<string> NetworkFields { get; } =
        [.. PublicFields, "organisation", "bio", "methods", "radiusKm", "feeBand"];
}
