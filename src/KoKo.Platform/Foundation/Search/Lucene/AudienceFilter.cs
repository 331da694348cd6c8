using Lucene.Net.Queries;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace KoKo.Platform.Foundation.Search.Lucene;

internal static class AudienceFilter
{
    /// <summary>The rows of these audiences, without those for which the caller also sees a richer row.</summary>
    public static Filter Of(IReadOnlyCollection<string> audiences)
    {
        var terms = audiences.Select(audience => new BytesRef(audience)).ToArray();
        return new BooleanFilter
        {
            { new TermsFilter(IndexField.Audience, terms), Occur.MUST },
            { new TermsFilter(IndexField.ShadowedBy, terms), Occur.MUST_NOT },
        };
    }
}
