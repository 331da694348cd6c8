using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Features.Network;

/// <summary>A page of hits with the counts of all.</summary>
/// <param name="Items">The hits of this page, best first.</param>
/// <param name="Total">How many hits there are in all; what was withdrawn within the last seconds may still be counted.</param>
/// <param name="Relaxed">True when nothing has all the words: these hits have most of them.</param>
/// <param name="Facets">Counts over everything found that the caller may see.</param>
/// <param name="NextCursor">Send it as <c>cursor</c> for the next page; null on the last one.</param>
public sealed record SearchNetworkResponse(
    IReadOnlyList<SearchHitResponse> Items,
    int Total,
    bool Relaxed,
    IReadOnlyList<SearchFacetResponse> Facets,
    string? NextCursor);

/// <summary>One released item.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">practice, mediator or conference.</param>
/// <param name="ExternalKey">Its key in the system it comes from; null where it has none or the place is hidden.</param>
/// <param name="Url">The path at which the API answers with it.</param>
/// <param name="PageUrl">The path of its page in the hub.</param>
/// <param name="Title">Its title in parts, of which some match.</param>
/// <param name="Snippet">A piece of its text in parts, of which some match.</param>
public sealed record SearchHitResponse(
    Guid Id,
    string Kind,
    string? ExternalKey,
    string Url,
    string PageUrl,
    IReadOnlyList<TextPart> Title,
    IReadOnlyList<TextPart> Snippet);

/// <summary>The counts of one filter.</summary>
/// <param name="Name">The name of the query parameter.</param>
/// <param name="Label">What it is called, in German or English by Accept-Language.</param>
/// <param name="Values">Its values, most hits first. A filter in use counts its other values as if it were not.</param>
public sealed record SearchFacetResponse(string Name, string Label, IReadOnlyList<SearchFacetValueResponse> Values);

/// <summary>One value of a filter.</summary>
/// <param name="Code">What to send.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Count">How many hits have it.</param>
public sealed record SearchFacetValueResponse(string Code, string Label, int Count);
