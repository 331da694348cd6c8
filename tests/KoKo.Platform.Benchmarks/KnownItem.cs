using System.Text.RegularExpressions;

namespace KoKo.Platform.Benchmarks;

/// <summary>
/// A text that somebody knows and looks for by its title, but not letter by letter: its words are inflected otherwise, or its
/// compounds are cut apart and its hyphens left out. The rules know endings and heads only, none of the word lists of the engine.
/// </summary>
internal static partial class KnownItem
{
    private const int MostWords = 10;

    // the first ending that fits is exchanged
    private static readonly (string From, string To)[] NounEndings =
    [
        ("ungen", "ung"), ("ung", "ungen"), ("schaften", "schaft"), ("schaft", "schaften"), ("heiten", "heit"), ("keiten", "keit"), ("heit", "heiten"),
        ("keit", "keiten"), ("ionen", "ion"), ("ion", "ionen"), ("innen", "in"), ("gesetzes", "gesetz"), ("gesetze", "gesetz"), ("gesetz", "gesetzes"),
        ("abkommens", "abkommen"), ("abkommen", "abkommens"), ("verträge", "vertrag"), ("vertrages", "vertrag"), ("vertrag", "verträge"),
        ("beiträge", "beitrag"), ("schutzes", "schutz"), ("rechts", "recht"), ("recht", "rechte"), ("steuern", "steuer"), ("steuer", "steuern"),
        ("ämter", "amt"), ("amtes", "amt"), ("ministeriums", "ministerium"), ("tes", "t"), ("des", "d"), ("ers", "er"), ("ern", "er"), ("er", "ern"),
    ];

    private static readonly (string From, string To)[] AdjectiveEndings = [("lichen", "liche"), ("liche", "lichen"), ("ischen", "ische"), ("ische", "ischen"), ("igen", "ige"), ("ale", "alen")];

    private static readonly string[] Heads =
    [
        "änderungsgesetz", "gesetzes", "gesetz", "verordnung", "ordnung", "ausbildung", "prüfung", "versicherung", "versorgung", "verwaltung", "steuer",
        "schutz", "abkommen", "vertrag", "übereinkommen", "anstalt", "behörde", "ministerium", "beitrag", "leistung", "verkehr", "wirtschaft", "unternehmen",
        "vergütung", "sicherheit", "organisation", "beamten", "erzeugnisse", "mittel", "handwerk", "betriebe", "republik", "hilfe", "zeit",
    ];

    private static readonly string[] Small = ["des", "der", "die", "das", "dem", "den", "und", "oder", "zur", "zum", "vom", "von", "für", "über", "mit", "bei", "aus", "nach", "auf", "eine", "einer", "eines"];

    public static string Inflected(string title) => string.Join(' ', Words(title).Select(Inflect));

    public static string SplitOrJoined(string title) => string.Join(' ', Words(title).Select(SplitOrJoin));

    private static IEnumerable<string> Words(string title) =>
        Word().Matches(title).Select(match => match.Value).Where(word => !Small.Contains(word, StringComparer.OrdinalIgnoreCase)).Take(MostWords);

    private static string Inflect(string word)
    {
        var endings = char.IsUpper(word[0]) ? NounEndings : AdjectiveEndings;
        var (from, to) = endings.FirstOrDefault(ending => word.Length > ending.From.Length && word.EndsWith(ending.From, StringComparison.OrdinalIgnoreCase));
        return from is null ? word : word[..^from.Length] + to;
    }

    private static string SplitOrJoin(string word)
    {
        var joined = word.Contains('-', StringComparison.Ordinal) ? word.Replace("-", "", StringComparison.Ordinal) : null;
        return joined is null ? Split(word) : char.ToUpperInvariant(joined[0]) + joined[1..].ToLowerInvariant();
    }

    private static string Split(string word)
    {
        var head = Heads.FirstOrDefault(head => word.Length > head.Length + 3 && word.EndsWith(head, StringComparison.Ordinal));
        return head is null ? word : $"{word[..^head.Length]} {char.ToUpperInvariant(head[0])}{head[1..]}";
    }

    [GeneratedRegex(@"\p{L}[\p{L}\d]+(?:-\p{Lu}[\p{L}\d]+)*|\d+")]
    private static partial Regex Word();
}
