using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Network;

[Refuses("search-unavailable")]
internal sealed class SearchNetwork(NetworkSearch search) : Endpoint<SearchNetworkRequest, SearchNetworkResponse>
{
    public override void Configure()
    {
        Get("/search");
        Summary(summary =>
        {
            summary.Summary = "Search everything released that the caller may see";
            summary.Description = "German full text over practices, mediators and conferences: inflected, compound and slightly misspelt words are found. "
                + "Quotation marks search a phrase, a minus sign excludes a word. Without a text everything is listed, newest first. "
                + "A filter may be repeated: one of its values must hold, and all filters together. "
                + "Where nothing is found, near says what almost the same question finds.";
        });
    }

    public override async Task HandleAsync(SearchNetworkRequest request, CancellationToken cancellationToken) =>
        await Send.OkAsync(await search.FindAsync(request, cancellationToken), cancellationToken);
}

/// <summary>What to search.</summary>
public sealed record SearchNetworkRequest : SearchCriteria
{
    /// <summary>Keys in the system an item comes from, as they are: up to 120 characters each, up to 100 of them.</summary>
    public IReadOnlyList<string>? ExternalKey { get; init; }

    /// <summary>relevance (the text, then evidence and freshness), newest or title; relevance if not given.</summary>
    public SearchOrder? Sort { get; init; }

    /// <summary>1 to 100 hits.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>The nextCursor of the page before; it belongs to the same text, filters and sort.</summary>
    public string? Cursor { get; init; }

    /// <summary>Who asks for a key means that very item, so that it stays.</summary>
    internal SearchNetworkRequest WithoutFilters() => new() { Q = Q, ExternalKey = ExternalKey, Sort = Sort, Limit = Limit };
}

/// <summary>In which order hits come.</summary>
public enum SearchOrder
{
    /// <summary>The text first, then evidence and freshness; without a text the newest.</summary>
    Relevance,

    /// <summary>The newest first.</summary>
    Newest,

    /// <summary>By title, as a German phone book does.</summary>
    Title,
}

internal sealed class SearchNetworkValidator : Validator<SearchNetworkRequest>
{
    private const int LongestExternalKey = 120;
    private const int MostExternalKeys = 100;

    public SearchNetworkValidator()
    {
        Include(new SearchCriteriaValidator());
        RuleFor(request => request.ExternalKey).Must(keys => keys is null || keys.Count <= MostExternalKeys).WithErrorCode("too-many");
        RuleForEach(request => request.ExternalKey).Length(1, LongestExternalKey);
        RuleFor(request => request.Sort).IsInEnum();
        RuleFor(request => request.Limit).InclusiveBetween(1, 100);
    }
}
