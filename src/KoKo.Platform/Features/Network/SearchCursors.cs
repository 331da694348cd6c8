using System.Globalization;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Features.Network;

/// <summary>The place in the index where the next page begins, as an opaque cursor. One of another text, other filters or another sort is no cursor here.</summary>
internal static class SearchCursors
{
    public static string Write(this Cursors cursors, SearchNetworkRequest request, SearchCursor cursor) => cursors.Write(
        PurposeOf(request),
        BitConverter.SingleToInt32Bits(cursor.Score).ToString(CultureInfo.InvariantCulture),
        cursor.SortDate.Ticks.ToString(CultureInfo.InvariantCulture),
        cursor.TitleKey,
        cursor.ItemId.ToString(),
        cursor.Audience,
        cursor.Offset.ToString(CultureInfo.InvariantCulture),
        cursor.Relaxed ? "relaxed" : "");

    public static SearchCursor? Read(this Cursors cursors, SearchNetworkRequest request) => cursors.Read(PurposeOf(request), request.Cursor) switch
    {
        null => null,
        [var score, var ticks, var title, var item, var audience, var offset, var relaxed] => new SearchCursor(
            BitConverter.Int32BitsToSingle(int.Parse(score, CultureInfo.InvariantCulture)),
            new DateTime(long.Parse(ticks, CultureInfo.InvariantCulture), DateTimeKind.Utc),
            title,
            Guid.Parse(item),
            audience,
            int.Parse(offset, CultureInfo.InvariantCulture),
            relaxed.Length > 0),
        _ => throw new ProblemException(Problems.InvalidCursor),
    };

    private static string PurposeOf(SearchNetworkRequest request) => string.Join(
        '\n',
        [
            nameof(SearchNetwork), request.Q ?? "", (request.Sort ?? SearchOrder.Relevance).ToString(), string.Join(',', request.Kind ?? []), string.Join('\t', request.ExternalKey ?? []),
            .. request.Filters().Select(filter => string.Join(',', filter.Value)),
        ]);
}
