using Lucene.Net.Queries;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KoKo.Platform.Foundation.Search.Lucene;

internal static class AudienceFilter
{
    /// <summary>The rows of these audiences, without those for which the caller also sees a richer row, and without these items.</summary>
    public static BooleanFilter Of(IReadOnlyCollection<string> audiences, IReadOnlyCollection<(string Kind, Guid ItemId)> without)
    {
        var terms = Bytes(audiences);
        var filter = new BooleanFilter
        {
            { new TermsFilter(IndexField.Audience, terms), Occur.MUST },
            { new TermsFilter(IndexField.ShadowedBy, terms), Occur.MUST_NOT },
        };
        if (without.Count > 0)
        {
            filter.Add(new TermsFilter(IndexField.Item, Bytes(without.Select(item => LuceneDocument.ItemKey(item.Kind, item.ItemId)))), Occur.MUST_NOT);
        }

        return filter;
    }

    public static BooleanFilter WithKeys(this BooleanFilter filter, IReadOnlyCollection<string> externalKeys)
    {
        if (externalKeys.Count > 0)
        {
            filter.Add(new TermsFilter(IndexField.ExternalKey, Bytes(externalKeys)), Occur.MUST);
        }

        return filter;
    }

    public static BooleanFilter WithOnly(this BooleanFilter filter, IReadOnlyCollection<(string Kind, Guid ItemId)> items)
    {
        if (items.Count > 0)
        {
            filter.Add(new TermsFilter(IndexField.Item, Bytes(items.Select(item => LuceneDocument.ItemKey(item.Kind, item.ItemId)))), Occur.MUST);
        }

        return filter;
    }

    private static BytesRef[] Bytes(IEnumerable<string> terms) => [.. terms.Select(term => new BytesRef(term))];
}
