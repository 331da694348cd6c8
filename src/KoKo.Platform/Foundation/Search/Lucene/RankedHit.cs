namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>
/// A place in the list: best score, newest, title, and by key, so that no two hits are equal. What the sort does
/// not look at is the same in all hits.
/// </summary>
internal readonly record struct RankedHit(float Score, long Ticks, string Title, string Key, int Document) : IComparable<RankedHit>
{
    public int CompareTo(RankedHit other)
    {
        var byValues = (other.Score, other.Ticks).CompareTo((Score, Ticks));
        var byTitle = byValues != 0 ? byValues : string.CompareOrdinal(Title, other.Title);
        return byTitle != 0 ? byTitle : string.CompareOrdinal(Key, other.Key);
    }

    public static RankedHit Of(SearchCursor cursor) =>
        new(cursor.Score, cursor.SortDate.Ticks, cursor.TitleKey, LuceneDocument.RowKey(cursor.ItemId, cursor.Audience), -1);

    public SearchCursor Cursor(Guid itemId, string audience, int offset, bool relaxed) =>
        new(Score, new DateTime(Ticks, DateTimeKind.Utc), Title, itemId, audience, offset, relaxed);
}
