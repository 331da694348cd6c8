using System.Globalization;
using KoKo.Platform.Foundation.Vocabularies;
using KoKo.Platform.Foundation.Web.Components;

namespace KoKo.Platform.Features.Library.Pages;

/// <summary>How the hub says what the code knows as states, codes and numbers.</summary>
internal static class PracticeLabels
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static string Of(PracticeState state) => state switch
    {
        PracticeState.Draft => "Entwurf",
        PracticeState.Submitted => "Eingereicht",
        PracticeState.ChangesRequested => "Überarbeitung",
        PracticeState.Reviewed => "Geprüft",
        PracticeState.Released => "Freigegeben",
        PracticeState.Published => "Veröffentlicht",
        _ => "Archiviert",
    };

    public static Tone ToneOf(PracticeState state) => state switch
    {
        PracticeState.Submitted or PracticeState.Reviewed or PracticeState.Released => Tone.Info,
        PracticeState.ChangesRequested => Tone.Warning,
        PracticeState.Published => Tone.Success,
        _ => Tone.Neutral,
    };

    public static string Of(PracticeAction action) => action switch
    {
        PracticeAction.Created => "angelegt",
        PracticeAction.Submitted => "eingereicht",
        PracticeAction.Approved => "geprüft und angenommen",
        PracticeAction.ChangesRequested => "zur Überarbeitung zurückgegeben",
        PracticeAction.Released => "freigegeben",
        PracticeAction.Published => "veröffentlicht",
        PracticeAction.Withdrawn => "zurückgezogen",
        _ => "archiviert",
    };

    public static Tone ToneOfResult(string code) => code switch
    {
        "agreement" or "partial_agreement" or "structure_created" or "deescalation" => Tone.Success,
        "aborted" or "failed" => Tone.Warning,
        _ => Tone.Info,
    };

    public static string? LicenseAddress(string code) => code switch
    {
        "CC0-1.0" => "https://creativecommons.org/publicdomain/zero/1.0/deed.de",
        "CC-BY-4.0" => "https://creativecommons.org/licenses/by/4.0/deed.de",
        "CC-BY-SA-4.0" => "https://creativecommons.org/licenses/by-sa/4.0/deed.de",
        "dl-zero-de-2.0" => "https://www.govdata.de/dl-de/zero-2-0",
        "dl-by-de-2.0" => "https://www.govdata.de/dl-de/by-2-0",
        _ => null,
    };

    public static IEnumerable<(string Label, string Value)> FactsOf(ReleasedContent content)
    {
        (string Label, string? Value)[] facts =
        [
            ("Land", LabelOf(Vocabulary.LandKey, content.LandKey)),
            ("Kommunetyp", LabelOf(Vocabulary.MunicipalityType, content.MunicipalityType)),
            ("Größenklasse", LabelOf(Vocabulary.PopulationClass, content.PopulationClass)),
            ("Raumtyp", LabelOf(Vocabulary.SpatialType, content.SpatialType)),
            ("Zeitraum", PeriodOf(content)),
            ("Konfliktebene", LabelOf(Vocabulary.ConflictLevel, content.ConflictLevel)),
            ("Konfliktarten", Labels(Vocabulary.ConflictType, content.ConflictTypes)),
            ("Eskalation nach Glasl", EscalationOf(content)),
            ("Beteiligte", Join(content.Parties.Select(party => party.Label ?? Vocabulary.PartyType.LabelOf(party.Type)))),
            ("Methoden", Labels(Vocabulary.Method, content.Methods)),
            ("Phasen", Labels(Vocabulary.Phase, content.PhasesCovered)),
            ("Rolle der Kommune", Labels(Vocabulary.MunicipalityRole, content.MunicipalityRoles)),
            ("Externe Begleitung", Join(content.ExternalSupport.Select(SupportOf))),
            ("Personaleinsatz", EffortOf(content.StaffEffort)),
            ("Kosten", LabelOf(Vocabulary.CostBand, content.CostBand)),
            ("Finanzierung", Labels(Vocabulary.Funding, content.Funding)),
            ("Anonymisierung", LabelOf(Vocabulary.AnonymisationLevel, content.AnonymisationLevel)),
            ("Autor*innen", Join(content.Contributors)),
            ("Kontakt", content.ContactFunction),
            ("Sprache", content.Language == "de" ? null : LabelOf(Vocabulary.Language, content.Language)),
        ];
        return facts.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => (fact.Label, fact.Value!));
    }

    private static string? LabelOf(Vocabulary vocabulary, string? code) => code is null ? null : vocabulary.LabelOf(code);

    private static string? Labels(Vocabulary vocabulary, IEnumerable<string> codes) => Join(codes.Select(vocabulary.LabelOf));

    private static string Join(IEnumerable<string> words) => string.Join(", ", words);

    private static string? PeriodOf(ReleasedContent content)
    {
        var (start, end) = (MonthOf(content.StartMonth) ?? YearOf(content.StartYear), MonthOf(content.EndMonth) ?? YearOf(content.EndYear));
        var period = (start, end) switch
        {
            (null, _) => null,
            ({ } from, null) => content.Ongoing ? $"seit {from}" : from,
            ({ } from, { } until) => from == until ? from : $"{from} bis {until}",
        };
        return content.DurationMonths is { } months && period is not null ? $"{period} ({months} {(months == 1 ? "Monat" : "Monate")})" : period;
    }

    private static string? MonthOf(string? month) =>
        month is null ? null : DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMMM yyyy", German);

    private static string? YearOf(int? year) => year?.ToString(CultureInfo.InvariantCulture);

    private static string? EscalationOf(ReleasedContent content) => content.EscalationStart is { } start && content.EscalationEnd is { } end
        ? $"zu Beginn {StageOf(start)}, am Ende {StageOf(end)}"
        : null;

    private static string StageOf(int stage) => $"Stufe {stage} ({Vocabulary.Glasl.LabelOf(stage.ToString(CultureInfo.InvariantCulture))})";

    private static string SupportOf(PracticeSupport support) =>
        Vocabulary.ExternalSupport.LabelOf(support.Type) + (support.Organisation is null ? "" : $" ({support.Organisation})");

    private static string? EffortOf(PracticeEffort? effort) => effort is null
        ? null
        : $"{effort.InternalHours.ToString("N0", German)} Stunden intern, {effort.ExternalDays.ToString("N0", German)} {(effort.ExternalDays == 1 ? "Tag" : "Tage")} extern";
}
