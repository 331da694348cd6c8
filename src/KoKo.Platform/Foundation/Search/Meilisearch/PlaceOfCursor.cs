namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>
/// The server can only count hits, and documents come and go between two pages. So the hit of the cursor is looked for around
/// its old place; where it is gone, the page begins with the first hit that ranks behind it.
/// </summary>
/// <param name="cursor">The last hit of the page before.</param>
/// <param name="sort">What it was sorted by.</param>
/// <param name="scored">Whether a text was searched for.</param>
/// <param name="readAsync">The ids and ranks of so many hits from an offset on.</param>
internal sealed class PlaceOfCursor(SearchCursor cursor, SearchSort sort, bool scored, Func<int, int, Task<FoundPage>> readAsync)
{
    private const int Width = 200;
    private const int MostLooks = 10;

    private readonly string id = PreparedRow.IdOf(cursor.ItemId, cursor.Audience);

    public async Task<int> FindAsync()
    {
        var start = Math.Max(0, cursor.Offset - Width / 2);
        for (var look = 0; look < MostLooks; look++)
        {
            var rows = (await readAsync(start, Width)).Hits;
            var place = IndexOf(rows, row => row.Id == id);
            if (place >= 0)
            {
                return start + place + 1;
            }

            var behind = IndexOf(rows, IsBehind);
            if (behind > 0 || behind == 0 && start == 0)
            {
                return start + behind;
            }

            if (behind < 0 && rows.Count < Width)
            {
                return start + rows.Count;
            }

            start = behind < 0 ? start + Width : Math.Max(0, start - Width);
        }

        return start;
    }

    private bool IsBehind(FoundRow row)
    {
        var other = RowHit.CursorOf(row, sort, scored, offset: 0, relaxed: false);
        return (cursor.Score.CompareTo(other.Score), string.CompareOrdinal(other.TitleKey, cursor.TitleKey), cursor.SortDate.CompareTo(other.SortDate)) switch
        {
            (0, 0, 0) => string.CompareOrdinal(row.Id, id) > 0,
            (0, 0, var byDate) => byDate > 0,
            (0, var byKey, _) => byKey > 0,
            var (byScore, _, _) => byScore > 0,
        };
    }

    private static int IndexOf(IReadOnlyList<FoundRow> rows, Predicate<FoundRow> isIt)
    {
        for (var index = 0; index < rows.Count; index++)
        {
            if (isIt(rows[index]))
            {
                return index;
            }
        }

        return -1;
    }
}
