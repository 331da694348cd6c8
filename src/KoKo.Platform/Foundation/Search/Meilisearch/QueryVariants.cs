using KoKo.Platform.Foundation.Search.German;

namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>One way to ask for some words; a document counts by the way in which it is best.</summary>
/// <param name="Text">Terms of ours only, and the server's signs for phrases and exclusions.</param>
/// <param name="Weight">What a hit's score is multiplied with.</param>
/// <param name="Threshold">The score below which a hit has too few of the words.</param>
/// <param name="Fields">Where the words must be; null for anywhere.</param>
internal sealed record QueryVariant(string Text, double Weight, string Strategy = QueryVariant.AllWords, double? Threshold = null, IReadOnlyList<string>? Fields = null)
{
    public const string AllWords = "all";

    /// <summary>Leaves words out from the end.</summary>
    public const string FirstWords = "last";

    /// <summary>Leaves the most frequent words out.</summary>
    public const string RareWords = "frequency";

    public static QueryVariant Everything { get; } = new("", 1);

    /// <summary>The server completes the last word of a text that does not end with a blank.</summary>
    public bool IsBeingTyped => Text is [.., not ' '];
}

/// <summary>
/// Says to Meilisearch what was typed: the words, the words with compounds taken apart, and, where that finds nothing,
/// most of the words. Typing errors, synonyms and the beginning of the last word are the server's.
/// </summary>
internal static class QueryVariants
{
    // the server passes over further ones without a word
    public const int MostTerms = 10;

    /// <summary>So many words are tried in every combination.</summary>
    public const int FewWords = 4;

    private const int ShortestBeginningOfTitle = 2;
    private const double WithoutTypos = 0.5;
    private const double OfMostWords = 0.9;

    /// <param name="forgiving">
    /// Whether a single word may have typing errors; hits with any lie a step of the score lower. Of several words the server does
    /// not tell how many steps there are, so that they always may.
    /// </param>
    public static IReadOnlyList<QueryVariant> Strict(QueryWords words, bool forgiving = true)
    {
        var whole = new QueryVariant(Text(words, words.Wanted, Written), 1);
        if (!forgiving && words.Wanted is [{ Words: [var word] }])
        {
            whole = whole with { Threshold = WithoutTyposOf(MostTypos(word.Term)) };
        }

        return words.Wanted.Any(IsCompound)
            ? [whole, new QueryVariant(Text(words, words.Wanted, Apart), WeightOfParts(words))]
            : [whole];
    }

    /// <summary>All words in the title, and the last one is being typed from its second letter on.</summary>
    public static IReadOnlyList<QueryVariant> OfTitles(QueryWords words)
    {
        var strict = Strict(words).Select(variant => variant with { Fields = MeilisearchSettings.TitleFields }).ToList();
        return words.Wanted is [.., { Words: [{ Term.Length: ShortestBeginningOfTitle }] }] ? [.. strict.Select(variant => variant with { Text = variant.Text.TrimEnd() })] : strict;
    }

    /// <summary>
    /// At least half of the words. The server leaves out words from the end only, so that they are given in several orders:
    /// each half of the first few words once, followed by the others. Each costs the server a search, so that all but the
    /// first ask for compounds by their parts alone, which those who have the compound have, too.
    /// </summary>
    /// <param name="clauses">The words that say most, first.</param>
    public static IReadOnlyList<QueryVariant> Relaxed(QueryWords words, IReadOnlyList<QueryClause> clauses)
    {
        var core = clauses.Take(FewWords).ToList();
        var asked = words.Wanted.Count <= FewWords ? words.Wanted.Count : core.Count; // of a few words those count that are nowhere, too
        var most = Math.Min(core.Count, (asked + 1) / 2);
        List<IReadOnlyList<QueryClause>> orders = [.. Subsets(core, most).Select(order => (IReadOnlyList<QueryClause>)[.. order, .. clauses.Skip(FewWords)])];
        var first = Variant(orders[0], Written, 1);
        return [first, first with { Text = Text(words, clauses, Written), Strategy = QueryVariant.RareWords }, .. orders.Select(order => Variant(order, Apart, OfMostWords))];

        QueryVariant Variant(IReadOnlyList<QueryClause> order, Func<QueryClause, IEnumerable<string>> spell, double weight)
        {
            double some = order.Take(most).Sum(clause => spell(clause).Count());
            double all = order.Sum(clause => spell(clause).Count());
            return new QueryVariant(Text(words, order, spell), weight, QueryVariant.FirstWords, weight * (some - 0.99) / all);
        }
    }

    /// <summary>One word or phrase alone, to see how frequent it is.</summary>
    public static string Alone(QueryClause clause) => string.Join(' ', Apart(clause)) + " ";

    private static string Text(QueryWords words, IReadOnlyList<QueryClause> wanted, Func<QueryClause, IEnumerable<string>> spell)
    {
        // what is excluded comes first, so that the last word is the one that is being typed
        var excluded = words.Excluded.Take(MostTerms).Select(clause => "-" + string.Join(' ', Written(clause)));
        var text = string.Join(' ', excluded.Concat(wanted.SelectMany(spell).Take(MostTerms)));
        var last = wanted.Count > 0 ? wanted[^1] : null;
        return words.Beginning is { } beginning && last is { Words: [{ } word] } && word.Term == beginning && spell(last).Count() == 1 ? text : text + " ";
    }

    private static IEnumerable<string> Written(QueryClause clause) => clause.Words is [var word] ? [PreparedText.Spell(word.Term)] : [Phrase(clause)];

    private static IEnumerable<string> Apart(QueryClause clause) => IsCompound(clause) ? clause.Words[0].Parts.Select(PreparedText.Spell) : Written(clause);

    private static string Phrase(QueryClause clause)
    {
        List<string> terms = [];
        foreach (var word in clause.Words)
        {
            if (terms.Count > 0)
            {
                terms.AddRange(Enumerable.Repeat(PreparedText.Gap, Math.Max(0, word.Position - clause.Words[0].Position - terms.Count)));
            }

            terms.Add(PreparedText.Spell(word.Term));
        }

        return $"\"{string.Join(' ', terms)}\"";
    }

    private static bool IsCompound(QueryClause clause) => clause.Words is [{ Parts.Count: > 1 }];

    /// <summary>
    /// Scores fall into equal steps by the number of typing errors. All parts of a compound are worth what is left below the
    /// step of the words without any.
    /// </summary>
    private static double WeightOfParts(QueryWords words)
    {
        var typos = words.Wanted.Where(clause => clause.Words.Count == 1).Sum(clause => MostTypos(clause.Words[0].Term));
        return typos == 0 ? WithoutTypos : WithoutTyposOf(typos);
    }

    private static double WithoutTyposOf(int typos) => typos / (typos + 1d);

    public static int MostTypos(string term) => term.Length switch
    {
        >= MeilisearchSettings.TwoTyposLetters => 2,
        >= MeilisearchSettings.OneTypoLetters => 1,
        _ => 0,
    };

    /// <summary>Every choice of so many clauses, each followed by the others.</summary>
    private static List<IReadOnlyList<QueryClause>> Subsets(List<QueryClause> clauses, int size) =>
    [
        .. Enumerable.Range(0, 1 << clauses.Count)
            .Where(choice => int.PopCount(choice) == size)
            .Select(choice => (IReadOnlyList<QueryClause>)[.. clauses.Where((_, index) => IsIn(choice, index)), .. clauses.Where((_, index) => !IsIn(choice, index))]),
    ];

    private static bool IsIn(int choice, int index) => (choice & (1 << index)) != 0;
}
