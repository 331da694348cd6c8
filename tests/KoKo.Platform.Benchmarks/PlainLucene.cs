using System.Globalization;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace KoKo.Platform.Benchmarks;

/// <summary>Lucene as anybody would first use it: its German analyzer, one field, any of the words, ten titles in the answer.</summary>
internal sealed class PlainLucene : IAsyncDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const int Hits = 10;

    private readonly RAMDirectory directory = new();
    private readonly GermanAnalyzer analyzer = new(Version);
    private readonly WebApplication app;
    private readonly IndexSearcher searcher;

    private PlainLucene(IEnumerable<BenchText> texts)
    {
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(Version, analyzer)))
        {
            foreach (var text in texts)
            {
                writer.AddDocument([new StoredField("title", text.Title), new TextField("text", $"{text.Title}\n{text.Body}", Field.Store.NO)]);
            }
        }

        searcher = new IndexSearcher(DirectoryReader.Open(directory));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Run(http => http.Response.WriteAsJsonAsync(Find(http.Request.Query["q"].ToString()), http.RequestAborted));
    }

    public Uri Address => new(app.Urls.Single());

    public static async Task<PlainLucene> StartAsync(IEnumerable<BenchText> texts, CancellationToken cancellationToken)
    {
        var plain = new PlainLucene(texts);
        await plain.app.StartAsync(cancellationToken);
        return plain;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        searcher.IndexReader.Dispose();
        analyzer.Dispose();
        directory.Dispose();
    }

    private List<string> Find(string text)
    {
        var query = new BooleanQuery();
        foreach (var term in Terms(text))
        {
            query.Add(new TermQuery(new Term("text", term)), Occur.SHOULD);
        }

        return [.. searcher.Search(query, Hits).ScoreDocs.Select(hit => searcher.Doc(hit.Doc).Get("title", CultureInfo.InvariantCulture))];
    }

    private IEnumerable<string> Terms(string text)
    {
        using var stream = analyzer.GetTokenStream("text", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            yield return term.ToString()!;
        }

        stream.End();
    }
}
