using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.TokenAttributes;

namespace KoKo.Platform.Foundation.Search.German;

/// <summary>
/// The curated word lists beside this file, and those of a network's own: words of a place, names of its projects. All are
/// spelt as the index spells them: small letters, no umlauts, no ß.
/// </summary>
internal sealed class GermanWords
{
    private const string PartsFile = "compound-parts.txt";
    private const string WholeFile = "whole-words.txt";
    private const string StemsFile = "stems.txt";
    private const string SynonymsFile = "synonyms.txt";
    private const string FillersFile = "fillers.txt";

    private readonly string? folder;

    /// <param name="folder">Where the network has files of the same names; null, or a folder that is not there, for none.</param>
    public GermanWords(string? folder)
    {
        this.folder = folder;
        CompoundParts = Lines(PartsFile).SelectMany(line => line).ToFrozenSet();
        WholeWords = Lines(WholeFile).SelectMany(line => line).ToFrozenSet();
        Stems = Lines(StemsFile);
        Synonyms = Lines(SynonymsFile);
        Fillers = Words(FillersFile).SelectMany(line => line).ToFrozenSet();
        var all = string.Concat(((string[])[PartsFile, WholeFile, StemsFile, SynonymsFile]).Select(Text));
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..16];
    }

    public static GermanWords Curated { get; } = new(folder: null);

    public FrozenSet<string> CompoundParts { get; }

    public FrozenSet<string> WholeWords { get; }

    /// <summary>Each line is one word with its inflections.</summary>
    public IReadOnlyList<string[]> Stems { get; }

    public IReadOnlyList<string[]> Synonyms { get; }

    /// <summary>As typed, in small letters.</summary>
    public FrozenSet<string> Fillers { get; }

    /// <summary>Another one for other lists: an index learns from it whether it was built with the same ones.</summary>
    public string Fingerprint { get; }

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

    private List<string[]> Lines(string file) => [.. Words(file).Select(words => words.Select(Fold).Distinct().ToArray())];

    private IEnumerable<string[]> Words(string file) => Text(file).Split('\n')
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Where(words => words.Length > 0);

    private string Text(string file)
    {
        using var stream = typeof(GermanWords).Assembly.GetManifestResourceStream(typeof(GermanWords), file)
            ?? throw new InvalidOperationException($"The word list {file} is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var own = folder is null ? null : Path.Combine(folder, file);
        return File.Exists(own) ? $"{reader.ReadToEnd()}\n{File.ReadAllText(own)}" : reader.ReadToEnd();
    }
}
