using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>
/// BM25 without the statistics of other documents: a score comes from the document and the query alone.
/// So a cursor still fits after writes, and no score tells of documents that the caller may not see.
/// </summary>
internal sealed class StableSimilarity : BM25Similarity
{
    private const float UsualLength = 100;

    protected override float Idf(long docFreq, long numDocs) => 1;

    protected override float AvgFieldLength(CollectionStatistics collectionStats) => UsualLength;
}
