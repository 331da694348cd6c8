using System.Globalization;

namespace KoKo.Platform.Foundation.Http;

/// <summary>ETag and If-Match (RFC 9110) over a version column.</summary>
internal static class Preconditions
{
    public static string ETagOf(int version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>Says which version the answer shows.</summary>
    public static void SetETag(this HttpContext http, int version) => http.Response.Headers.ETag = ETagOf(version);

    /// <summary>Demands If-Match: 428 without it, 412 with the current ETag where it names another version.</summary>
    public static void RequireMatch(this HttpContext http, int version)
    {
        var given = http.Request.Headers.IfMatch.ToString();
        if (given.Length == 0)
        {
            throw new ProblemException(Problems.IfMatchMissing) { CurrentETag = ETagOf(version) };
        }

        if (!given.Split(',').Select(tag => tag.Trim()).Contains(ETagOf(version)))
        {
            throw new ProblemException(Problems.EditedMeanwhile) { CurrentETag = ETagOf(version) };
        }
    }
}
