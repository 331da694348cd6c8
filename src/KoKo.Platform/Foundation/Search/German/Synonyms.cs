using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace KoKo.Platform.Foundation.Search.German;

/// <summary>The terms that mean the same, in the spelling of the index.</summary>
internal sealed class Synonyms(MunicipalAnalyzer analyzer)
{
    private readonly ILookup<string, string> groups = analyzer.Words.Synonyms
        .Select(words => words.Select(word => Term(analyzer, word)).ToArray())
        .SelectMany(terms => terms.SelectMany(term => terms.Where(other => other != term).Select(other => (term, other))))
        .Distinct()
        .ToLookup(pair => pair.term, pair => pair.other);

    public IEnumerable<string> Of(string term) => groups[term];

    private static string Term(Analyzer analyzer, string word)
    {
        using var stream = analyzer.GetTokenStream(null, word);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        var first = stream.IncrementToken() ? term.ToString()! : word;
        while (stream.IncrementToken())
        {
            // the parts of a compound; a stream must be read to its end
        }

        stream.End();
        return first;
    }
}
