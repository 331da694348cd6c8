using System.Globalization;
using KoKo.Platform.Foundation.Search.German;
using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>One Lucene index in one folder: a writer, and searchers that see what was written up to the last refresh.</summary>
internal sealed class IndexGeneration : IDisposable
{
    private const string PositionEntry = "position";
    private const string AnalysisEntry = "analysis";

    private readonly LuceneDirectory directory;
    private readonly IndexWriter writer;
    private readonly string analysis;
    private readonly SearcherManager searchers;

    private IndexGeneration(LuceneDirectory directory, IndexWriter writer, MunicipalAnalyzer analyzer)
    {
        analysis = AnalysisOf(analyzer);
        this.directory = directory;
        this.writer = writer;
        searchers = new SearcherManager(writer, applyAllDeletes: true, new StableSearchers());
    }

    public long Position { get; private set; }

    /// <summary>Null if what lies there is damaged, or was written by another analysis.</summary>
    public static IndexGeneration? TryOpen(string path, MunicipalAnalyzer analyzer)
    {
        var directory = FSDirectory.Open(path);
        try
        {
            if (DirectoryReader.IndexExists(directory) && StoredPosition(directory, AnalysisOf(analyzer)) is { } position)
            {
                return new IndexGeneration(directory, Writer(directory, analyzer, OpenMode.APPEND), analyzer) { Position = position };
            }
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or InvalidOperationException or FormatException)
        {
            // damaged in one of many ways: the index is only a projection, so it starts again
        }

        directory.Dispose();
        return null;
    }

    public static IndexGeneration Create(string path, MunicipalAnalyzer analyzer)
    {
        var directory = FSDirectory.Open(path);
        return new IndexGeneration(directory, Writer(directory, analyzer, OpenMode.CREATE), analyzer);
    }

    public void Apply(SearchChange change)
    {
        var item = new Term(IndexField.Item, LuceneDocument.ItemKey(change.Kind, change.ItemId));
        if (change.Documents.Count == 0)
        {
            writer.DeleteDocuments(item);
        }
        else
        {
            writer.UpdateDocuments(item, change.Documents.Select(LuceneDocument.Of));
        }
    }

    public void Add(SearchDocument document) => writer.AddDocument(LuceneDocument.Of(document));

    public void Commit(long position)
    {
        writer.SetCommitData(new Dictionary<string, string>
        {
            [PositionEntry] = position.ToString(CultureInfo.InvariantCulture),
            [AnalysisEntry] = analysis,
        });
        writer.Commit();
        Position = position;
        searchers.MaybeRefreshBlocking();
    }

    public T Search<T>(Func<IndexSearcher, T> run)
    {
        var searcher = searchers.Acquire();
        try
        {
            return run(searcher);
        }
        finally
        {
            searchers.Release(searcher);
        }
    }

    /// <summary>Forgets what was not committed and closes.</summary>
    public void Dispose()
    {
        searchers.Dispose();
        writer.Rollback();
        directory.Dispose();
    }

    private static long? StoredPosition(LuceneDirectory directory, string wanted)
    {
        using var reader = DirectoryReader.Open(directory);
        foreach (var segment in reader.Leaves)
        {
            segment.AtomicReader.CheckIntegrity();
        }

        var stored = reader.IndexCommit.UserData;
        return stored.TryGetValue(AnalysisEntry, out var analysis) && analysis == wanted
            && stored.TryGetValue(PositionEntry, out var position)
            ? long.Parse(position, CultureInfo.InvariantCulture)
            : null;
    }

    private static string AnalysisOf(MunicipalAnalyzer analyzer) => $"{LuceneDocument.LayoutNumber}-{analyzer.Analysis}";

    private static IndexWriter Writer(LuceneDirectory directory, Analyzer analyzer, OpenMode mode) =>
        new(directory, new IndexWriterConfig(MunicipalAnalyzer.Version, analyzer) { OpenMode = mode, Similarity = new StableSimilarity() });

    private sealed class StableSearchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = new StableSimilarity() };
    }
}
