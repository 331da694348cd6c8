using System.ComponentModel.DataAnnotations;

namespace KoKo.Platform.Foundation.Search;

internal sealed record SearchOptions
{
    public const string Lucene = "lucene";

    /// <summary>Which engine answers.</summary>
    [Required, AllowedValues(Lucene)]
    public string Engine { get; init; } = Lucene;
}
