using System.Text;

namespace KoKo.Platform.Foundation.Web;

/// <summary>What a browser may do with an answer: nothing but show our own styles, fonts and pictures.</summary>
internal static class SecurityHeaders
{
    private const string Shared = "base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

    // Swagger UI carries its styles inline and starts by an inline script of its own page
    private const string SwaggerPolicy =
        $"default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; " +
        $"img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; {Shared}";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>
    /// Lets a form of this answer end at another origin: browsers hold a redirect after a form to form-action too,
    /// which an authorization page needs for the redirect address of the app it answers.
    /// </summary>
    public static void AllowFormTarget(this HttpContext context, Uri target) =>
        context.Features.Set(new FormTarget(target.GetLeftPart(UriPartial.Authority)));

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.IsSwagger ? SwaggerPolicy : Policy(context);
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        if (headers.CacheControl.Count == 0 && CacheControl(context) is { } rule)
        {
            headers.CacheControl = rule;
        }
    }

    // an answer of the API depends on who asks: nobody between may keep it, and the caller asks again with its ETag
    private static string? CacheControl(HttpContext context) => context switch
    {
        { Request.Path: var path } when path.StartsWithSegments("/v1") => "private, no-cache",
        { Response: var response } when !IsPage(response) => null,
        { User.Identity.IsAuthenticated: true } => "no-store",
        _ => "no-cache",
    };

    private static string Policy(HttpContext context)
    {
        var policy = new StringBuilder("default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; ");
        policy.Append("form-action 'self'").Append(context.Features.Get<FormTarget>() is { } target ? $" {target.Origin}; " : "; ");
        return policy.Append(Shared).ToString();
    }

    private static bool IsPage(HttpResponse response) =>
        response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;

    private sealed record FormTarget(string Origin);
}
