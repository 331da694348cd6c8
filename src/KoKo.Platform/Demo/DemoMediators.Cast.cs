using KoKo.Platform.Features.Mediators.Profiles;

namespace KoKo.Platform.Demo;

internal static partial class DemoMediators
{
    public static IReadOnlyList<DemoMediator> All { get; } =
    [
        new(1, "Karla Beispiel", "Mediatorin", "mediator", "Begleitet Nachbarschaften und Verwaltungen, wenn Gespräche festgefahren sind. Schwerpunkt: Zusammenleben im Quartier.")
        {
            Topics = ["neighbourhood", "migration_integration", "housing_homelessness"],
            Methods = ["mediation", "round_table", "clearing"],
            Languages = ["tr", "en"],
            Qualifications = [new Qualification("certified_since_2024", "Musterinstitut für Mediation", new DateOnly(2025, 6, 2), new DateOnly(2034, 6, 2))],
        },
        new(2, "Yusuf Muster", "Mediator", "mediator", "Arbeitet mit Jugendlichen, Vereinen und Ordnungsämtern an Regeln für den öffentlichen Raum.")
        {
            Topics = ["youth_public_space", "nightlife_noise", "volunteering_clubs"],
            Methods = ["mediation", "outreach", "moderation"],
            Languages = ["ar"],
            Regions = ["05112", "05913"],
            Qualifications = [new Qualification("association_license", "Musterverband Mediation", new DateOnly(2019, 5, 14), null)],
        },
        new(3, "Ingeborg Probe", "Mediatorin", "mediator", "Vermittelt bei Wind-, Solar- und Leitungsvorhaben zwischen Gemeinden, Betreibern und Anwohnenden.")
        {
            Topics = ["wind_solar_grid", "land_use_agriculture", "climate_adaptation"],
            Methods = ["mediation", "shuttle", "planning_cell"],
            Regions = ["05", "03"],
            FeeBand = "daily_rate",
            Qualifications = [new Qualification("certified_before_2024", "Akademie Beispielstadt", new DateOnly(2017, 9, 30), null)],
        },
        new(4, "Tomasz Platzhalter", "Mediator", "mediator", "Spezialisiert auf Konflikte in und zwischen Ämtern, auch mit mehreren Hierarchiestufen.")
        {
            Topics = ["administration_internal", "council_politics", "intermunicipal"],
            Methods = ["mediation", "co_mediation", "supervision_coaching"],
            Languages = ["pl", "de-AT"],
            Qualifications = [new Qualification("qvm", "Musterverbund Qualität", new DateOnly(2021, 3, 1), null)],
        },
        new(5, "Amina Exempel", "Konfliktmanagerin", "conflict_manager", "Baut in Kommunen Strukturen auf, die Konflikte früh erkennen, und führt Erstgespräche.")
        {
            Topics = ["migration_integration", "refugees_accommodation", "polarisation_protest"],
            Methods = ["clearing", "conflict_analysis", "allparty_management"],
            Languages = ["fr", "ar"],
            FeeBand = "staff",
            Qualifications = [new Qualification("koko_manager", "Hochschule Musterstadt", new DateOnly(2022, 11, 18), null)],
        },
        new(6, "Jonas Fiktiv", "Mediator", "mediator", "Moderiert Bürgerdialoge zu Verkehr und Stadtentwicklung, gern mit großen Gruppen.")
        {
            Topics = ["mobility", "urban_development"],
            Methods = ["mini_publics_dialog", "world_cafe", "citizens_council"],
            Week = [(DayOfWeek.Monday, "08:00", "12:00", 90), (DayOfWeek.Wednesday, "14:00", "18:00", 60)],
            Qualifications = [new Qualification("association_license", "Musterverband Mediation", new DateOnly(2016, 1, 20), null)],
        },
        new(7, "Wilhelmine Sample", "Systemdesignerin", "system_designer", "Entwirft mit Kreisen und Städten Konfliktmanagementsysteme und begleitet ihre Einführung.")
        {
            Topics = ["administration_internal", "structural_change"],
            Methods = ["system_design", "training"],
            Languages = ["nl"],
            Regions = ["05", "07"],
            FeeBand = "land_funded",
            Qualifications = [new Qualification("system_designer", "Hochschule Musterstadt", new DateOnly(2023, 2, 10), null)],
        },
        new(8, "Deniz Ohnenamen", "Mediator*in", "mediator", "Arbeitet traumasensibel und aufsuchend, häufig im Umfeld von Unterkünften.")
        {
            Topics = ["refugees_accommodation", "inclusion_discrimination", "religion"],
            Methods = ["mediation", "outreach", "restorative_circle"],
            Languages = ["tr", "ku"],
            Audiences = ["network"],
            FeeBand = "volunteer",
        },
        new(9, "Rosalie Erfunden", "Beraterin", "consultant", "Berät Bürgermeister*innen und Räte bei Anfeindungen und in der Krisenkommunikation.")
        {
            Topics = ["extremism_threats", "council_politics", "safety_order"],
            Methods = ["crisis_communication", "supervision_coaching"],
            Languages = ["en", "gsg"],
            Audiences = ["land:05", "network"],
        },
        new(10, "Paul Pausiert", "Mediator", "mediator", "Nimmt derzeit keine neuen Anfragen an.")
        {
            Topics = ["school_daycare", "neighbourhood"],
            Methods = ["mediation", "peer_mediation"],
            Audiences = [],
        },
        new(11, "Vera Vorlage", "Mediatorin", "mediator", "Vermittelt an Schulen und Kitas zwischen Eltern, Trägern und Nachbarschaft.")
        {
            Topics = ["school_daycare", "health_pandemic"],
            Methods = ["mediation", "peer_mediation", "fishbowl"],
            Languages = ["ru", "uk"],
        },
    ];
}
