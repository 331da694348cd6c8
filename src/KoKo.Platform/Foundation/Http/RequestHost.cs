namespace KoKo.Platform.Foundation.Http;

/// <summary>Refuses a Host header that is neither a name nor an address, before anybody makes an address of it and fails.</summary>
internal static class RequestHost
{
    public static Task CheckAsync(HttpContext http, RequestDelegate next) =>
        IsUsable(http.Request) ? next(http) : ProblemAnswer.WriteAsync(http, Problems.MalformedRequest);

    private static bool IsUsable(HttpRequest request)
    {
        try
        {
            var host = request.Host; // this alone fails for some
            return !host.HasValue || new Uri($"http://{host.ToUriComponent()}/").IdnHost.Length > 0;
        }
        catch (Exception exception) when (exception is UriFormatException or ArgumentException)
        {
            return false;
        }
    }
}
