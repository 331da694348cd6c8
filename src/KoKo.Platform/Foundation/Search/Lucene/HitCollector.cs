using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>Keeps the best hits behind the cursor while everything that matches is counted.</summary>
internal sealed class HitCollector(FacetCounts facets, int limit, RankedHit? after, SortValues sort, CancellationToken cancellationToken) : ICollector
{
    private readonly PriorityQueue<RankedHit, RankedHit> best = new(Comparer<RankedHit>.Create((left, right) => right.CompareTo(left)));
    private readonly BytesRef key = new();
    private Scorer? scorer;
    private SortedDocValues? keys;
    private int firstDocument;

    public int Total { get; private set; }

    /// <summary>0 where there is none.</summary>
    public float BestScore => best.Count == 0 ? 0 : best.UnorderedItems.Max(item => item.Element.Score);

    public bool AcceptsDocsOutOfOrder => true;

    /// <summary>In order; one more than the limit if there is a further page.</summary>
    public IReadOnlyList<RankedHit> Best() => [.. best.UnorderedItems.Select(item => item.Element).Order()];

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        cancellationToken.ThrowIfCancellationRequested();
        facets.Enter(context.AtomicReader);
        firstDocument = context.DocBase;
        sort.Enter(context.AtomicReader);
        keys = context.AtomicReader.GetSortedDocValues(IndexField.Key);
    }

    public void Collect(int doc)
    {
        if (!facets.Accept(doc))
        {
            return;
        }

        Total++;
        var values = sort.Of(doc, scorer!);
        if (best.Count > limit && values.CompareTo(best.Peek()) > 0)
        {
            return;
        }

        keys!.Get(doc, key);
        var hit = values with { Key = key.Utf8ToString(), Document = firstDocument + doc };
        if (after is { } cursor && hit.CompareTo(cursor) <= 0)
        {
            return;
        }

        if (best.Count <= limit)
        {
            best.Enqueue(hit, hit);
        }
        else
        {
            best.EnqueueDequeue(hit, hit);
        }
    }
}
