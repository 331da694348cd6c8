namespace KoKo.Platform.Foundation.Web;

/// <summary>Which paths are answered to people: everything that is not spoken by programs.</summary>
internal static class HubPaths
{
    private static readonly PathString[] Programs =
        ["/v1", "/connect/token", "/connect/revoke", "/.well-known", "/openapi", "/swagger", "/health", "/metrics"];

    extension(HttpContext context)
    {
        public bool IsHub => !Array.Exists(Programs, path => context.Request.Path.StartsWithSegments(path));

        public bool IsSwagger => context.Request.Path.StartsWithSegments("/swagger");
    }
}
