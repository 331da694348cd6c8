namespace KoKo.Platform.Foundation.Web;

internal sealed record HubOptions
{
    public const string Section = "Hub";

    /// <summary>False shows the fallback style even where KERN was restored.</summary>
    public bool UseKern { get; init; } = true;
}
