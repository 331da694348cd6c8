using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace KoKo.Platform.Foundation.Search.German;

/// <summary>
/// German as Kommunen write it. The order matters: parts are found only after umlauts are folded, and stemmed only after they are found.
/// The parts of a compound stand at its position; a query reads them there and never mixes them with the word itself.
/// </summary>
internal sealed class MunicipalAnalyzer : Analyzer
{
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    // raise it when the chain changes
    private const string ChainNumber = "3";

    // Lucene's German list without what also is a noun here: Weg and OB, the Oberbürgermeister
    private static readonly CharArraySet StopWords = new(Version, GermanAnalyzer.DefaultStopSet.Where(word => word is not ("weg" or "ob")), ignoreCase: false);

    // fields of one document never form a phrase or a nearness across their border
    private const int GapBetweenFields = 100;

    private readonly CompoundSplitter splitter;
    private readonly StemmerOverrideFilter.StemmerOverrideMap stems;

    public MunicipalAnalyzer(GermanWords words)
    {
        Words = words;
        splitter = new CompoundSplitter(words.CompoundParts, words.WholeWords, words.Stems);
        stems = BuildStems(words.Stems);
    }

    public GermanWords Words { get; }

    /// <summary>Another one for another chain or other words: an index of another analysis is filled anew.</summary>
    public string Analysis => $"{ChainNumber}-{Words.Fingerprint}";

    /// <summary>The parts of a term that have no parts themselves, in the spelling of the index.</summary>
    public List<string> PartsOf(string term) => QueryWords.Parse(this, term).Wanted is [{ Words: [var word] }] ? word.Parts : [];

    public override int GetPositionIncrementGap(string fieldName) => GapBetweenFields;

    protected override TextReader InitReader(string fieldName, TextReader reader) => new GenderMarkerFilter(reader);

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var tokenizer = new StandardTokenizer(Version, reader);
        TokenStream stream = new LowerCaseFilter(Version, tokenizer);
        stream = new StopFilter(Version, stream, StopWords);
        stream = new ASCIIFoldingFilter(new GermanNormalizationFilter(stream));
        stream = new FeminineFilter(stream);
        stream = new CompoundFilter(stream, splitter);
        stream = new StemmerOverrideFilter(stream, stems);
        stream = new GermanLightStemFilter(stream);
        return new TokenStreamComponents(tokenizer, new RemoveDuplicatesTokenFilter(stream));
    }

    private static StemmerOverrideFilter.StemmerOverrideMap BuildStems(IReadOnlyList<string[]> words)
    {
        var builder = new StemmerOverrideFilter.Builder();
        foreach (var forms in words)
        {
            foreach (var form in forms)
            {
                builder.Add(form, forms[0]);
            }
        }

        return builder.Build();
    }
}
