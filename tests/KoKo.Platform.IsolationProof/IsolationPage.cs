namespace KoKo.Platform.IsolationProof;

/// <summary>The page for data-protection officers, ordered by the five steps of the Orientierungshilfe Mandantenfähigkeit (DSK, 2012).</summary>
internal static class IsolationPage
{
    private static readonly (string Title, string Text)[] Steps =
    [
        ("1. Rechtsgrundlagen für die Daten jedes Mandanten", """
            Jede Kommune, jeder Kreis, jedes Land und jeder Träger ist ein eigener Mandant. Er entsteht durch einen Antrag mit
            amtlichem Schlüssel, über den die Geschäftsstelle entscheidet; Antrag, Entscheidung und Entscheidende sind gespeichert.
            Personen gehören einem Mandanten nur durch eine Einladung an, die sie selbst annehmen. Mediator*innen sind niemandes
            Mitarbeitende: Ihr Profil und ihr Kalender gehören ihnen allein, ein Eintrag im Verzeichnis setzt ihre Einwilligung
            voraus, deren Wortlaut und Zeitpunkt aufbewahrt werden.

            Noch nicht enthalten: die Vereinbarung zur Auftragsverarbeitung und ihre Fassung am Mandanten.
            """),
        ("2. Übermittlung zwischen Mandanten nur, wo sie gewollt ist", """
            Von einem Mandanten zum anderen gelangt etwas auf genau zwei Wegen: durch **Veröffentlichen** an eine benannte
            Zielgruppe (das Netzwerk, ein Land, einen Kreis, einen Mandanten oder alle), das sich zurücknehmen lässt, und durch
            **Vorgänge zwischen zwei Seiten** (Anfrage, Buchung, Anmeldung), die nur diese beiden sehen. Beides steht in einem
            einzigen Ordner des Quelltextes. Es gibt keine Abfrage, die Zeilen zweier Mandanten verbindet.

            Was einem anderen gehört, antwortet Zeichen für Zeichen wie etwas, das es nicht gibt. Das wird nicht behauptet, sondern
            für jede Operation durchgespielt: mit jedem Kennzeichen des fremden Mandanten an jeder Stelle, die eines annimmt.
            """),
        ("3. Abgeschlossenheit: Jede Verarbeitung geschieht für genau einen Mandanten", """
            Für wen gearbeitet wird, steht je Anfrage einmal fest und ändert sich nicht mehr. Es folgt aus der Anmeldung, nie aus
            etwas, das in der Anfrage steht. Jede Tabelle sagt, wem ihre Zeilen gehören; daraus folgen der Filter beim Lesen, die
            Prüfung beim Schreiben, die Schlüssel und, auf PostgreSQL, die Regeln, nach denen die Datenbank selbst fremde Zeilen
            verweigert. Ohne Angabe, für wen, liefert sie nichts. Aufträge, die später erledigt werden, tragen ihren Mandanten mit.
            """),
        ("4. Unabhängigkeit der Konfiguration", """
            Rollen, Zulassungen von Anwendungen, Einladungen und die Regel „vier Augen bei der Freigabe“ gelten je Mandant; sie
            liegen in Zeilen, für die dieselben Wände gelten wie für Inhalte. Der Beweis unter 2 prüft nach jeder Operation, dass
            beim anderen Mandanten keine Zeile anders ist als zuvor.
            """),
        ("5. Mandantenübergreifende Verwaltung ist beschränkt", """
            Es gibt keine Rolle, die Inhalte fremder Mandanten liest. Die Geschäftsstelle entscheidet über Anträge, mehr nicht. Im
            laufenden Betrieb benutzt die Plattform ein Datenbankkonto, dem keine Tabelle gehört und das die Regeln der Datenbank
            weder umgehen noch ändern kann; fehlt eine davon, startet sie nicht. Das Konto, dem die Tabellen gehören, wird nur
            gebraucht, um eine neue Fassung einzurichten.

            Noch nicht enthalten: ein befristeter, begründeter und für den Mandanten sichtbarer Notfallzugriff des Betriebs.
            """),
    ];

    private const string Lead = """
        # Trennung der Mandanten

        *How tenants are kept apart, and the proof that they are, for data-protection officers. Generated; the command is below.*

        Diese Seite ist nach den fünf Prüfschritten der Orientierungshilfe Mandantenfähigkeit der Datenschutzkonferenz geordnet
        (Fassung 1.0 vom 11. Oktober 2012). Sie ist das Ergebnis eines Laufs und wird von keiner Hand geändert:

        ```sh
        dotnet run --project tests/KoKo.Platform.IsolationProof
        ```

        Der Lauf hat zwei Teile. Zuerst legt er zwei Mandanten A und B an, füllt beide mit Daten jeder Art und versucht als
        Person von A, als Anwendung von A und ohne Anmeldung, irgendetwas von B zu sehen oder zu ändern. Dann nimmt er aus einer
        Kopie des Quelltextes eine Wand nach der anderen heraus und verlangt, dass eine Prüfung es bemerkt. Einen Schalter, der
        eine Wand abstellt, hat das Produkt nicht.
        """;

    /// <param name="record">Per provider and surface, with tabs between: what was tried.</param>
    public static string Of(IReadOnlyList<string> record, IReadOnlyList<Wall> walls)
    {
        var steps = Steps.SelectMany((step, position) => (IEnumerable<string>)
        [
            $"## {step.Title}",
            step.Text.TrimEnd(),
            .. position == 1 ? Attempts(record) : [],
            .. Removed([.. walls.Where(wall => wall.Step == position + 1)]),
        ]);
        return string.Join("\n\n", steps.Prepend(Lead)) + "\n";
    }

    private static IEnumerable<string> Attempts(IReadOnlyList<string> record) =>
    [
        "So oft wurde es versucht; kein Versuch hat etwas gezeigt oder verändert:",
        Table("| Datenbank | Oberfläche | Ziele | Kennzeichen von B | Versuche |\n| --- | --- | --: | --: | --: |", record.Select(line => line.Replace("\t", " | ", StringComparison.Ordinal))),
    ];

    private static IEnumerable<string> Removed(IReadOnlyList<Wall> walls) => walls.Count == 0 ? [] :
    [
        Table("| Wand | herausgenommen wurde | bemerkt hat es |\n| --- | --- | --- |", walls.Select(wall => $"{wall.Name} | {wall.Removed} | {string.Join("<br>", wall.Red.Select(test => $"`{test}`"))}")),
    ];

    private static string Table(string head, IEnumerable<string> rows) => string.Join('\n', rows.Select(row => $"| {row} |").Prepend(head));
}
