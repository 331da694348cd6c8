namespace KoKo.Platform.Foundation.Identity;

/// <summary>Where to go after signing in: only ever a path of this host.</summary>
internal static class ReturnUrl
{
    public const string Parameter = "ReturnUrl";

    public static string LocalOr(string? url, string fallback) => IsLocal(url) ? url! : fallback;

    // Browsers read //host and /\host as another host, and drop tabs and line breaks before they look.
    private static bool IsLocal(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl);
}
