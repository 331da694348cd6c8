namespace KoKo.Platform.Foundation.Http;

/// <summary>What an installation says about itself.</summary>
internal sealed record PlatformOptions
{
    public const string Section = "Platform";

    /// <summary>Where people reach the platform. Links in mails start with it, never with the Host header of a request.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>A link for a mail.</summary>
    public Uri LinkTo(string path) => new(BaseUrl ?? new Uri("http://localhost:5080"), path);
}
