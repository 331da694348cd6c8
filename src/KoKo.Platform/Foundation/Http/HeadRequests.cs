namespace KoKo.Platform.Foundation.Http;

/// <summary>Whatever answers GET answers HEAD: as a GET whose body Kestrel does not send.</summary>
internal static class HeadRequests
{
    public static Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Request.Method = HttpMethods.Get;
        }

        return next(http);
    }
}
