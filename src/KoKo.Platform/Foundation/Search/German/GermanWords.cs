using System.Collections.Frozen;
using System.Text;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.TokenAttributes;

namespace KoKo.Platform.Foundation.Search.German;

/// <summary>The curated word lists beside this file, spelt as the index spells them: small letters, no umlauts, no ß.</summary>
internal static class GermanWords
{
    public static FrozenSet<string> CompoundParts { get; } = Lines("compound-parts.txt").SelectMany(line => line).ToFrozenSet();

    public static FrozenSet<string> WholeWords { get; } = Lines("whole-words.txt").SelectMany(line => line).ToFrozenSet();

    /// <summary>Each line is one word with its inflections.</summary>
    public static IReadOnlyList<string[]> Stems { get; } = Lines("stems.txt");

    public static IReadOnlyList<string[]> Synonyms { get; } = Lines("synonyms.txt");

    /// <summary>As typed, in small letters.</summary>
    public static FrozenSet<string> Fillers { get; } = Text("fillers.txt").Split('\n').Where(line => !line.StartsWith('#')).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToFrozenSet();

    /// <summary>All lists that shape the index as one text, from which the index learns whether it was built with the same ones.</summary>
    public static string Fingerprint { get; } =
        Text("compound-parts.txt") + Text("whole-words.txt") + Text("stems.txt") + Text("synonyms.txt");

    public static string Fold(string word)
    {
        using var tokenizer = new KeywordTokenizer(new StringReader(word));
        using var lower = new LowerCaseFilter(MunicipalAnalyzer.Version, tokenizer);
        using var german = new GermanNormalizationFilter(lower);
        using var folded = new ASCIIFoldingFilter(german);
        var term = folded.GetAttribute<ICharTermAttribute>();
        folded.Reset();
        return folded.IncrementToken() ? term.ToString()! : string.Empty;
    }

    private static List<string[]> Lines(string file) =>
    [
        .. Text(file).Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Where(words => words.Length > 0)
            .Select(words => words.Select(Fold).Distinct().ToArray()),
    ];

    private static string Text(string file)
    {
        var type = typeof(GermanWords);
        using var stream = type.Assembly.GetManifestResourceStream(type, file)
            ?? throw new InvalidOperationException($"The word list {file} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
