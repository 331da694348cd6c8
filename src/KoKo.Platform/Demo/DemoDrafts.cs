using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Demo;

/// <summary>Short guides of the office, each waiting for another step.</summary>
internal static class DemoDrafts
{
    public const string Change = "change";
    public const string Remove = "remove";
    public const string Submit = "submit";
    public const string Review = "review";
    public const string Release = "release";
    public const string Publish = "publish";
    public const string Withdraw = "withdraw";
    public const string Archive = "archive";

    private static readonly Dictionary<string, (string Title, string Summary)> Texts = new(StringComparer.Ordinal)
    {
        [Change] = ("Leitfaden: Das erste Telefonat mit Beschwerdeführenden", "Wie ein Anruf zu einem Anliegen wird: zuhören, wiederholen, was verstanden wurde, und sagen, wann sich wer zurückmeldet. Mit Beispielen für schwierige Anfänge."),
        [Remove] = ("Notizen: Sprechstunde im Stadtteilladen", "Eine erste Sammlung von Gedanken zu einer Sprechstunde vor Ort: Zeiten, Raum, Vertretung und die Frage, was dort nicht besprochen werden soll."),
        [Submit] = ("Leitfaden: Vorgespräche getrennt führen", "Warum es sich lohnt, vor dem ersten gemeinsamen Termin mit jeder Seite einzeln zu sprechen, wie lange das dauert und was davon festgehalten wird."),
        [Review] = ("Leitfaden: Eine Besprechung nach dem Streit", "Zehn Fragen für die Stunde danach: Was haben wir gehört, was haben wir zugesagt, wer meldet sich bei wem, und was nehmen wir beim nächsten Mal anders vor."),
        [Release] = ("Vorlage: Einladung zu einem Runden Tisch", "Ein Schreiben, das sagt, worum es geht, worum es nicht geht und was mit dem Ergebnis geschieht. Mit Bausteinen für Gruppen, die sonst selten eingeladen werden."),
        [Publish] = ("Leitfaden: Regeln für das gemeinsame Gespräch", "Fünf Regeln, die vor Beginn vereinbart werden, und wie die Gesprächsleitung sie einfordert, ohne Partei zu werden. Erprobt in kleinen und großen Runden."),
        [Withdraw] = ("Leitfaden: Protokolle, denen alle zustimmen", "Ein Protokoll hält Vereinbarungen fest, nicht den Streit. Der Leitfaden zeigt Aufbau, Abstimmung und Verteiler und nennt typische Fehler."),
        [Archive] = ("Checkliste: Raum und Technik für Dialogabende", "Was vor einem Dialogabend geprüft sein will: Anordnung der Stühle, Ton, Licht, Zugang ohne Stufen, Verdolmetschung und ein ruhiger Nebenraum."),
    };

    public static IEnumerable<string> Steps => Texts.Keys;

    public static PracticeContent Of(string step) => new()
    {
        Kind = "guide",
        Title = Texts[step].Title,
        Summary = Texts[step].Summary,
        Topics = ["administration_internal", "council_politics"],
        Methods = ["clearing", "moderation"],
        Context = "Der Text entstand aus Nachfragen mehrerer Kommunen: Vieles davon ist bekannt, steht aber nirgends an einer Stelle.",
        Approach =
        [
            new PracticeStep("assignment", "Anlass und Auftrag in zwei Sätzen aufschreiben und mit der Leitung abstimmen."),
            new PracticeStep("implementation", "Den Ablauf einmal mit einer Person durchgehen, die den Fall nicht kennt."),
            new PracticeStep("evaluation", "Nach dem dritten Einsatz prüfen, was weggelassen wurde und warum."),
        ],
        Result = "In der Hand hat man zwei Seiten, die sich an das eigene Haus anpassen lassen.",
        SuccessFactors = ["Kurz genug, um vor dem Termin gelesen zu werden"],
        Obstacles = ["Wird ohne Einführung verteilt und bleibt liegen", "Vertretungen kennen den Ablauf nicht"],
        Lessons = "Ein Text ersetzt keine Übung. Wer ihn einführt, sollte einen Termin zum Ausprobieren gleich mit ansetzen.",
        Transferability = "high",
        TransferabilityReason = "Der Ablauf hängt nicht von der Größe der Verwaltung ab.",
        CostBand = "none",
        ContactFunction = "Geschäftsstelle, Arbeitsbereich Praxiswissen",
        AnonymisationLevel = "composite",
        AnonymisationChecklist = [.. Vocabulary.AnonymisationCheck.Terms.Select(check => check.Code)],
        ConsentBasis = "Eigener Text ohne Personenbezug.",
        License = "CC-BY-4.0",
    };
}
