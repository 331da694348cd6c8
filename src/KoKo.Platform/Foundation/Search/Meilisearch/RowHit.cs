using System.Globalization;
using KoKo.Platform.Foundation.Search.German;

namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>A found row as the hit of a search.</summary>
internal static class RowHit
{
    private const int MostQuality = 100;

    public static SearchHit Of(FoundRow row, Highlighter highlighter, SearchCursor cursor) => new(
        cursor.ItemId,
        row.Kind ?? "",
        cursor.Audience,
        row.ExternalKey,
        (float)row.Rank.WeightedRankingScore,
        highlighter.Whole(row.Title ?? ""),
        row.Summary is null && row.Body is null ? [] : highlighter.Snippet(row.Summary ?? "", row.Body ?? ""),
        cursor);

    /// <summary>The place of a row in its sort. What the sort does not look at is 0 or empty.</summary>
    /// <param name="scored">Whether a text was searched for: then quality decides before the date, and stands for the key that ascends.</param>
    public static SearchCursor CursorOf(FoundRow row, SearchSort sort, bool scored, int offset, bool relaxed)
    {
        var date = new DateTime(row.Date * TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        var (score, at, key) = sort switch
        {
            SearchSort.Title => (0f, default, row.TitleKey ?? ""),
            SearchSort.Relevance when scored => ((float)row.Rank.WeightedRankingScore, date, (MostQuality - row.Quality).ToString("000", CultureInfo.InvariantCulture)),
            _ => (0f, date, ""),
        };
        return new SearchCursor(score, at, key, row.ItemId ?? Guid.Empty, row.Audience ?? "", offset, relaxed);
    }
}
