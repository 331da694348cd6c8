namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>A place in the list: best score first, then newest, then by key, so that no two hits are equal.</summary>
internal readonly record struct RankedHit(float Score, long Ticks, string Key, int Document) : IComparable<RankedHit>
{
    public int CompareTo(RankedHit other) =>
        (other.Score.CompareTo(Score), other.Ticks.CompareTo(Ticks)) switch
        {
            (0, 0) => string.CompareOrdinal(Key, other.Key),
            (0, var byDate) => byDate,
            var (byScore, _) => byScore,
        };

    public static RankedHit Of(SearchCursor cursor) =>
        new(cursor.Score, cursor.SortDate.Ticks, LuceneDocument.RowKey(cursor.ItemId, cursor.Audience), -1);
}
