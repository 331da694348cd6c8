using System.Globalization;

namespace KoKo.Platform.Foundation.Http;

/// <summary>ETag and If-Match (RFC 9110) over a version column.</summary>
internal static class Preconditions
{
    /// <summary>The hidden field of a form of the hub with the version its page was rendered with.</summary>
    public const string ShownVersion = "_version";

    public static string ETagOf(int version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>Says which version the answer shows.</summary>
    public static void SetETag(this HttpContext http, int version) => http.Response.Headers.ETag = ETagOf(version);

    /// <summary>Demands If-Match: 428 without it, 412 with the current ETag where it names another version.</summary>
    public static void RequireMatch(this HttpContext http, int version)
    {
        var given = http.Request.Headers.IfMatch.ToString();
        if (given.Length == 0)
        {
            throw http.Refusal(Problems.IfMatchMissing, version);
        }

        http.CheckMatch(version);
    }

    /// <summary>Where If-Match is given: 412 with the current ETag where it names another version.</summary>
    public static void CheckMatch(this HttpContext http, int version)
    {
        var given = http.Request.Headers.IfMatch.ToString();
        if (given.Length > 0 && !given.Split(',').Select(tag => tag.Trim()).Contains(ETagOf(version)))
        {
            throw http.Refusal(Problems.EditedMeanwhile, version);
        }
    }

    /// <summary>The same for a form of the hub, which sends the version that its page showed.</summary>
    public static void CheckShown(this HttpContext http, int version)
    {
        if (http.Request.Form[ShownVersion] != version.ToString(CultureInfo.InvariantCulture))
        {
            throw new ProblemException(Problems.EditedMeanwhile);
        }
    }

    // The exception handler clears the ETag when the answer starts; what registered before it runs after it.
    private static ProblemException Refusal(this HttpContext http, Problem problem, int version)
    {
        http.Response.OnStarting(() =>
        {
            http.SetETag(version);
            return Task.CompletedTask;
        });
        return new ProblemException(problem);
    }
}
