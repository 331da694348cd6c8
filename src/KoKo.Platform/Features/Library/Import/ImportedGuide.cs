using System.Text.Json;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Features.Library.Import;

/// <summary>One line of a file to import, and the guide that it becomes.</summary>
internal sealed record ImportedGuide
{
    private const int LongestTitle = 160;
    private const int LongestSummary = 600;
    private const int LongestStep = 3000;

    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    /// <summary>The key in the collection it comes from; a later import of the same key changes the guide.</summary>
    public required string Key { get; init; }

    public required string Title { get; init; }

    public required string Body { get; init; }

    /// <summary>The beginning of the body where there is none.</summary>
    public string? Summary { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = ["other"];

    public string? TopicOther { get; init; }

    public string Language { get; init; } = "de";

    public string License { get; init; } = "network_only";

    public IReadOnlyList<string> Audiences { get; init; } = [Audience.Network];

    /// <exception cref="JsonException">It is no JSON object, or key, title or body is missing.</exception>
    public static ImportedGuide Parse(string line) => JsonSerializer.Deserialize<ImportedGuide>(line, Lines) ?? throw new JsonException("The line is null.");

    /// <summary>
    /// What the collection does not tell is said not to be stated, in the shortest words: whatever stands in every imported
    /// text would be found in all of them.
    /// </summary>
    public PracticeContent ToContent() => new()
    {
        Kind = "guide",
        ExternalKey = Key,
        Title = TextPieces.Beginning(Title, LongestTitle),
        Summary = SummaryOf(),
        Language = Language,
        Topics = Topics,
        TopicOther = TopicOther ?? (Topics.Contains("other") ? "k. A." : null),
        Context = SummaryOf(),
        Approach = [.. TextPieces.Of(Body, LongestStep).Select(piece => new PracticeStep(null, piece))],
        Obstacles = ["k. A."],
        ContactFunction = "k. A.",
        AnonymisationLevel = "open",
        AnonymisationChecklist = [.. Vocabulary.AnonymisationCheck.Terms.Select(check => check.Code)],
        License = License,
    };

    /// <summary>Null where they may see it.</summary>
    public string? AudienceFault() =>
        Audiences.Count == 0 || Audiences.Any(audience => audience is not (Audience.Public or Audience.Network)) ? "audiences: only public and network"
        : Audiences.Contains(Audience.Public) && License == "network_only" ? "audiences: the license network_only forbids public"
        : null;

    /// <summary>A title that had to be cut stands whole in the summary.</summary>
    private string SummaryOf() => TextPieces.Beginning(Title.Length > LongestTitle ? $"{Title}\n\n{Summary ?? Body}" : Summary ?? Body, LongestSummary);
}
