using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>Where Meilisearch is, and how long it may take.</summary>
internal sealed partial record MeilisearchOptions : IValidatableObject
{
    public const string Section = "Search:Meilisearch";

    /// <summary>Such as <c>http://meilisearch:7700</c>.</summary>
    public string Url { get; init; } = "";

    /// <summary>The master key, or a key that may search and write the index and the one beside it.</summary>
    public string Key { get; init; } = "";

    /// <summary>The one index of this platform; a rebuild makes a second one, named <c>…_next</c>, beside it.</summary>
    public string Index { get; init; } = "koko";

    /// <summary>A search is over after this time, with an answer or without.</summary>
    public TimeSpan SearchTimeout { get; init; } = TimeSpan.FromMilliseconds(800);

    /// <summary>For one request that writes; the tasks that it starts may take longer.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether a server that asks nobody for a key will do: in Development alone.</summary>
    public bool AllowsOpenServer { get; set; }

    public Uri BaseAddress => new(Url.TrimEnd('/') + "/");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            yield return new ValidationResult($"{Section}:Url is missing or no http address.");
        }

        if (!IndexName().IsMatch(Index))
        {
            yield return new ValidationResult($"{Section}:Index may have letters, digits, - and _, at most 200 of them.");
        }

        if (SearchTimeout <= TimeSpan.Zero || WriteTimeout <= TimeSpan.Zero)
        {
            yield return new ValidationResult($"{Section}: time-outs are longer than nothing.");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,200}\z")]
    private static partial Regex IndexName();
}
