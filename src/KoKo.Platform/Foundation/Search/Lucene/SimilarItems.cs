using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>Weighs the shared codes of every document from its columns: there is no text to look up.</summary>
internal sealed class SimilarItems(SimilarQuery query, CancellationToken cancellationToken) : ICollector
{
    private readonly PriorityQueue<RankedHit, RankedHit> best = new(Comparer<RankedHit>.Create((left, right) => right.CompareTo(left)));
    private readonly HashSet<string> leftOut = [.. query.Without.Append((query.Kind, query.ItemId)).Select(item => LuceneDocument.ItemKey(item.Kind, item.ItemId))];
    private readonly BytesRef key = new();
    private FacetColumn[] columns = [];
    private FacetColumn? kind;
    private NumericDocValues? dates;
    private SortedDocValues? keys;
    private int firstDocument;

    public bool AcceptsDocsOutOfOrder => true;

    /// <summary>Most shared codes first.</summary>
    public IReadOnlyList<RankedHit> Best() => [.. best.UnorderedItems.Select(item => item.Element).Order()];

    public void SetScorer(Scorer scorer)
    {
        // what is shared is the score
    }

    public void SetNextReader(AtomicReaderContext context)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var segment = context.AtomicReader;
        firstDocument = context.DocBase;
        columns = [.. query.Facets.Where(facet => facet.Value.Count > 0).Select(facet => new FacetColumn(facet.Key, segment, facet.Value))];
        kind = new FacetColumn(SearchResults.KindFacet, segment, [query.Kind]);
        dates = segment.GetNumericDocValues(IndexField.SortDate);
        keys = segment.GetSortedDocValues(IndexField.Key);
    }

    public void Collect(int doc)
    {
        if (!kind!.Accepts(doc))
        {
            return;
        }

        var weight = columns.Sum(column => column.Shared(doc) * query.WeightOf(column.Name));
        if (weight == 0)
        {
            return;
        }

        keys!.Get(doc, key);
        var row = key.Utf8ToString();
        if (leftOut.Contains(LuceneDocument.ItemKey(query.Kind, LuceneDocument.PartsOf(row).ItemId)))
        {
            return;
        }

        var hit = new RankedHit(weight, dates!.Get(doc), string.Empty, row, firstDocument + doc);
        best.Enqueue(hit, hit);
        if (best.Count > query.Limit)
        {
            best.Dequeue();
        }
    }

    /// <summary>All facets of a document, from the columns of its segment.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> FacetsOf(IndexReader reader, int document)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];
        return leaf.AtomicReader.FieldInfos
            .Where(field => field.Name.StartsWith(IndexField.FacetPrefix, StringComparison.Ordinal))
            .Select(field => field.Name[IndexField.FacetPrefix.Length..])
            .Where(name => name != SearchResults.KindFacet)
            .Select(name => KeyValuePair.Create(name, new FacetColumn(name, leaf.AtomicReader, choice: null).CodesOf(document - leaf.DocBase)))
            .Where(facet => facet.Value.Count > 0)
            .ToDictionary(StringComparer.Ordinal);
    }
}
