using System.ComponentModel.DataAnnotations;

namespace KoKo.Platform.Foundation.Search;

internal sealed record SearchOptions
{
    public const string Lucene = "lucene";
    public const string Meilisearch = "meilisearch";

    /// <summary>Which engine answers.</summary>
    [Required, AllowedValues(Lucene, Meilisearch)]
    public string Engine { get; init; } = Lucene;
}
