namespace KoKo.Platform.Features.Library.Pages;

/// <summary>German names of the fields of a practice, for forms, their errors and the list of missing parts.</summary>
internal static class PracticeFields
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["kind"] = "Art des Dokuments",
        ["title"] = "Titel",
        ["summary"] = "Kurzfassung",
        ["easyLanguageSummary"] = "Zusammenfassung in Leichter Sprache",
        ["language"] = "Sprache",
        ["topics"] = "Themenfelder",
        ["topicOther"] = "Eigenes Themenfeld",
        ["conflictLevel"] = "Konfliktebene",
        ["conflictTypes"] = "Konfliktarten",
        ["escalationStart"] = "Eskalationsstufe zu Beginn",
        ["escalationEnd"] = "Eskalationsstufe am Ende",
        ["parties"] = "Beteiligte",
        ["methods"] = "Methoden",
        ["phasesCovered"] = "Phasen",
        ["municipalityRoles"] = "Rolle der Kommune",
        ["externalSupport"] = "Externe Begleitung",
        ["municipalityType"] = "Kommunetyp",
        ["populationClass"] = "Größenklasse",
        ["landKey"] = "Land",
        ["spatialType"] = "Raumtyp",
        ["startMonth"] = "Beginn",
        ["endMonth"] = "Ende",
        ["ongoing"] = "Läuft noch",
        ["context"] = "Ausgangslage",
        ["assignment"] = "Auftrag und Ziele",
        ["approach"] = "Vorgehen",
        ["result"] = "Ergebnis",
        ["resultStatus"] = "Ergebnisstatus",
        ["effect"] = "Wirkung",
        ["evaluationType"] = "Evaluation",
        ["successFactors"] = "Gelungen und förderlich",
        ["obstacles"] = "Hinderlich oder nicht gelungen",
        ["lessons"] = "Was wir gelernt haben",
        ["transferability"] = "Übertragbarkeit",
        ["transferabilityReason"] = "Begründung der Übertragbarkeit",
        ["prerequisites"] = "Voraussetzungen",
        ["staffEffort"] = "Personaleinsatz",
        ["costBand"] = "Kosten",
        ["funding"] = "Finanzierung",
        ["links"] = "Verweise",
        ["externalKey"] = "Schlüssel im Herkunftssystem",
        ["contactFunction"] = "Kontakt (Funktion)",
        ["contributors"] = "Autor*innen",
        ["anonymisationLevel"] = "Anonymisierungsgrad",
        ["anonymisationChecklist"] = "Prüfliste der Anonymisierung",
        ["consentBasis"] = "Rechtsgrundlage und Einwilligungen",
        ["license"] = "Lizenz",
        ["audiences"] = "Leserkreis",
    };

    /// <summary>The field of the form to begin with, where a part has several.</summary>
    public static string FirstFieldOf(string field) => field switch
    {
        "parties" => "parties.0.type",
        "approach" => "approach.0.text",
        _ => field,
    };

    public static string LabelOf(string field) => Labels.GetValueOrDefault(field.Split('/', '.')[0], field);
}
