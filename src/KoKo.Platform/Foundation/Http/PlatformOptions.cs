namespace KoKo.Platform.Foundation.Http;

/// <summary>What an installation says about itself.</summary>
internal sealed record PlatformOptions
{
    public const string Section = "Platform";

    public const string Missing = "Platform:BaseUrl is missing: the public address, such as https://koko.example.org. Links in mails begin with it, never with the Host header of a request.";

    public const string Unusable = "Platform:BaseUrl must be an address such as https://koko.example.org, without a path.";

    /// <summary>Where people reach the platform. Links in mails start with it, never with the Host header of a request.</summary>
    public Uri? BaseUrl { get; init; }

    public bool IsUsable => BaseUrl is { IsAbsoluteUri: true, Scheme: "http" or "https", PathAndQuery: "/", Fragment: "", UserInfo: "" };

    /// <summary>A link for a mail.</summary>
    public Uri LinkTo(string path) => new(BaseUrl ?? new Uri("http://localhost:5080"), path);
}
