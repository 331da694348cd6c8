using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Features.Network;

[Refuses("search-unavailable")]
internal sealed class SuggestSearch(NetworkSearch search) : Endpoint<SuggestSearchRequest, SearchSuggestionsResponse>
{
    public override void Configure()
    {
        Get("/search/suggestions");
        Summary(summary =>
        {
            summary.Summary = "Suggest titles while a text is being typed";
            summary.Description = "Titles of what the caller may see that have all the words, the last of which may be the beginning of one. "
                + "Typing errors are forgiven where nothing is found without.";
        });
    }

    public override async Task HandleAsync(SuggestSearchRequest request, CancellationToken cancellationToken)
    {
        var hits = await search.SuggestAsync(request, cancellationToken);
        await Send.OkAsync(new SearchSuggestionsResponse([.. hits.Select(hit => new SearchSuggestionResponse(hit.Id, hit.Kind, hit.Url, hit.PageUrl, hit.Title))]), cancellationToken);
    }
}

/// <summary>What is being typed.</summary>
public sealed record SuggestSearchRequest
{
    /// <summary>The text so far, at most 200 characters.</summary>
    public string? Q { get; init; }

    /// <summary>practice, mediator or conference.</summary>
    public IReadOnlyList<string>? Kind { get; init; }

    /// <summary>1 to 20 suggestions.</summary>
    public int Limit { get; init; } = 8;
}

/// <summary>What the text may become.</summary>
/// <param name="Items">The suggestions, best first.</param>
public sealed record SearchSuggestionsResponse(IReadOnlyList<SearchSuggestionResponse> Items);

/// <summary>A released item whose title goes on as the text begins.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">practice, mediator or conference.</param>
/// <param name="Url">The path at which the API answers with it.</param>
/// <param name="PageUrl">The path of its page in the hub.</param>
/// <param name="Title">Its title in parts, of which some match.</param>
public sealed record SearchSuggestionResponse(Guid Id, string Kind, string Url, string PageUrl, IReadOnlyList<TextPart> Title);

internal sealed class SuggestSearchValidator : Validator<SuggestSearchRequest>
{
    public SuggestSearchValidator()
    {
        RuleFor(request => request.Q).MaximumLength(200);
        RuleFor(request => request.Limit).InclusiveBetween(1, 20);
        RuleForEach(request => request.Kind).Must(SearchLabels.IsKind).Says("unknown-code", "Erwartet wird practice, mediator oder conference.", "practice, mediator or conference is expected.");
    }
}
