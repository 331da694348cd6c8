using System.Text.Json;
using System.Text.Json.Serialization;
using KoKo.Platform.Foundation.Text;

namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>
/// What goes over the wire. The server refuses members that it does not know, so these are only such as every version since
/// 1.21 knows, and nothing is sent as null; of what it answers, unknown members are passed over.
/// </summary>
internal static class MeilisearchJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = Json.Encoder,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}

/// <summary>Two indexes that change their names.</summary>
internal sealed record Swap(IReadOnlyList<string> Indexes);

/// <summary>Reads rows as they are stored, whatever the settings show.</summary>
internal sealed record RowsRequest(int Limit, IReadOnlyList<string> Fields, IReadOnlyList<string> Filter);

internal sealed record Rows(IReadOnlyList<RowKey> Results);

internal sealed record RowKey(string Id);

internal sealed record WrittenTask(long TaskUid);

internal sealed record TaskState(string Status, MeilisearchFault? Error)
{
    public bool IsOver => Status is "succeeded" or "failed" or "canceled";
}

internal sealed record MeilisearchFault(string? Message, string? Code);

internal sealed record FederatedSearch(Federation Federation, IReadOnlyList<FederatedQuery> Queries);

internal sealed record Federation(int Offset, int Limit, IReadOnlyDictionary<string, IReadOnlyList<string>>? FacetsByIndex);

internal sealed record FederatedQuery(string IndexUid, string Q, IReadOnlyList<string> Filter, FederationWeight FederationOptions)
{
    public string MatchingStrategy { get; init; } = "all";

    public IReadOnlyList<string>? AttributesToRetrieve { get; init; }

    public IReadOnlyList<string>? AttributesToSearchOn { get; init; }

    public IReadOnlyList<string>? Sort { get; init; }

    public double? RankingScoreThreshold { get; init; }
}

internal sealed record SeveralSearches(IReadOnlyList<CountingQuery> Queries);

internal sealed record CountingQuery(string IndexUid, string Q, IReadOnlyList<string> Filter)
{
    public int Limit { get; init; }

    public string MatchingStrategy { get; init; } = "all";
}

internal sealed record SeveralCounts(IReadOnlyList<FoundCount> Results);

internal sealed record FoundCount(int EstimatedTotalHits);

internal sealed record FederationWeight(double Weight);

internal sealed record FoundPage(IReadOnlyList<FoundRow> Hits, int EstimatedTotalHits, IReadOnlyDictionary<string, FoundFacets>? FacetsByIndex);

internal sealed record FoundFacets(IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Distribution);

/// <summary>A hit: what was asked for of its row, and its rank.</summary>
internal sealed record FoundRow(
    string Id,
    string? Kind,
    Guid? ItemId,
    string? Audience,
    long Date,
    int Quality,
    string? TitleKey,
    string? ExternalKey,
    string? Title,
    IReadOnlyList<string>? Names,
    string? Summary,
    string? Body,
    IReadOnlyList<string>? Facets,
    [property: JsonPropertyName("_federation")] FoundRank Rank);

internal sealed record FoundRank(double WeightedRankingScore);
