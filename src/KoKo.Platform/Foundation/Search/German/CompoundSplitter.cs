using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace KoKo.Platform.Foundation.Search.German;

/// <summary>
/// Splits compounds such as windparkkonflikt into wind, park and konflikt.
/// Lucene's dictionary filter takes every listed word it finds inside a word, so that Konferenz yields "ferne"; this one wants
/// the parts and the letters that link them to cover the word, or to leave one unlisted part at its beginning or end.
/// </summary>
internal sealed class CompoundSplitter(IEnumerable<string> parts, IEnumerable<string> wholeWords, IEnumerable<string[]> stems)
{
    private const int ShortestCompound = 6;
    private const int ShortestUnknownHead = 5;
    private const int ShortestUnknownModifier = 4;
    private const int ShortestHeadOfUnknown = 6;
    private const int LongestCompound = 80;
    private const int CachedWords = 50_000;

    private static readonly string[] Links = ["", "s", "n", "en", "es", "er", "e", "ens", "innen"];
    private static readonly string[] Endings = ["", "e", "n", "en", "s", "es", "er", "ern"];
    private static readonly string[] AlwaysLinked = ["ung", "heit", "keit", "schaft", "ion", "tat", "ling"];

    // what makes nouns and adjectives is no head: Wirt|schaft, Ehrenamt|liche
    private static readonly string[] Suffixes = ["schaft", "lich", "isch", "haft", "los", "keit", "ierung", "ling", "losigkeit", "bar", "ieren", "isierung", "ierte", "enden", "atisch", "iell", "igkeit", "ismus", "istisch"];

    private readonly FrozenSet<string> known = WithInflections([.. parts], stems);
    private readonly FrozenSet<string> whole = wholeWords.ToFrozenSet();
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> cache = new();

    /// <summary>The parts of a folded word, those of its parts included; none if it is no compound.</summary>
    public IReadOnlyList<string> Split(string word)
    {
        if (word.Length is < ShortestCompound or > LongestCompound || !word.All(char.IsAsciiLetterLower))
        {
            return [];
        }

        if (cache.TryGetValue(word, out var split))
        {
            return split;
        }

        if (cache.Count >= CachedWords)
        {
            cache.Clear();
        }

        return cache[word] = Endings.Any(ending => EndsWith(word, ending, whole)) ? [] : [.. Nested(SplitOnce(word))];
    }

    private IEnumerable<string> Nested(IEnumerable<string> found) => found.SelectMany(part => Split(part).Prepend(part)).Distinct();

    private IReadOnlyList<string> SplitOnce(string word)
    {
        var chains = Chains(word);
        if (chains[word.Length] is { Count: > 1 } complete)
        {
            return complete;
        }

        if (IsKnown(word))
        {
            return [];
        }

        return UnknownHead(word, chains) ?? UnknownModifier(word) ?? [];
    }

    /// <summary>For every position the fewest listed parts that lead there, links included.</summary>
    private IReadOnlyList<string>?[] Chains(string word)
    {
        var chains = new IReadOnlyList<string>?[word.Length + 1];
        chains[0] = [];
        for (var start = 0; start < word.Length; start++)
        {
            if (chains[start] is not { } before)
            {
                continue;
            }

            for (var end = start + 3; end <= word.Length; end++)
            {
                Extend(word, chains, before, start, end);
            }
        }

        return chains;
    }

    private void Extend(string word, IReadOnlyList<string>?[] chains, IReadOnlyList<string> before, int start, int end)
    {
        var part = word[start..end];
        if (end == word.Length)
        {
            Offer(chains, end, before, start > 0 && IsKnown(part) ? part : null);
            return;
        }

        if (AsModifier(part) is not { } modifier)
        {
            return;
        }

        // Schüler|rat, not Schule|r|rat: what is a word with its link is not one plus a link; only an s is nearly always one
        foreach (var link in Links.Where(link => string.CompareOrdinal(word, end, link, 0, link.Length) == 0 && end + link.Length < word.Length && (link is "" or [.., 's'] || !known.Contains(part + link))))
        {
            Offer(chains, end + link.Length, before, modifier);
        }
    }

    private static void Offer(IReadOnlyList<string>?[] chains, int end, IReadOnlyList<string> before, string? part)
    {
        if (part is not null && (chains[end] is not { } present || before.Count + 1 < present.Count))
        {
            chains[end] = [.. before, part];
        }
    }

    private static List<string>? UnknownHead(string word, IReadOnlyList<string>?[] chains)
    {
        for (var end = word.Length - ShortestUnknownHead; end >= ShortestUnknownHead; end--)
        {
            if (chains[end] is { Count: > 0 } chain && word[..end].EndsWith(chain[^1], StringComparison.Ordinal)
                && WithoutLink(chain[^1], word[end..]) is { Length: >= ShortestUnknownHead } head
                && !Suffixes.Any(suffix => head.StartsWith(suffix, StringComparison.Ordinal)))
            {
                return [.. chain, head];
            }
        }

        return null;
    }

    // auftrag|s|blatt and halle|n|wart, but konflikt|spur and stadt|strand
    private static string WithoutLink(string before, string head) => head switch
    {
        ['s', 'p' or 't' or 'c', not 'f', ..] when !AlwaysLinked.Any(before.EndsWith) => head,
        ['s', ..] => head[1..],
        ['n', ..] when before[^1] == 'e' => head[1..],
        _ => head,
    };

    private List<string>? UnknownModifier(string word)
    {
        for (var start = ShortestUnknownModifier; start <= word.Length - ShortestHeadOfUnknown; start++)
        {
            var rest = word[start..];
            if (IsKnown(rest))
            {
                return [WithoutLink(word[..start]), rest];
            }
        }

        return null;
    }

    private static string WithoutLink(string part) =>
        part[^1] == 's' && AlwaysLinked.Any(part[..^1].EndsWith) ? part[..^1] : part;

    private bool IsKnown(string part) => Endings.Any(ending => EndsWith(part, ending, known));

    /// <summary>A modifier may lose its last e: Schulhof, Kirchplatz.</summary>
    private string? AsModifier(string part) =>
        known.Contains(part) ? part : part.Length > 3 && known.Contains(part + "e") ? part + "e" : null;

    private static bool EndsWith(string word, string ending, FrozenSet<string> words) =>
        word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= 3 && words.Contains(word[..^ending.Length]);

    private static FrozenSet<string> WithInflections(HashSet<string> parts, IEnumerable<string[]> stems)
    {
        parts.UnionWith(stems.Where(forms => parts.Contains(forms[0])).SelectMany(forms => forms).ToList());
        return parts.ToFrozenSet();
    }
}
