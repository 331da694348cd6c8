namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>Meilisearch refused a request or failed at a task, and said why.</summary>
internal sealed class MeilisearchException(MeilisearchFault fault)
    : SearchUnavailableException($"Meilisearch: {fault.Message} ({fault.Code ?? "no code"})", new HttpRequestException(fault.Message))
{
    public string? Code => fault.Code;
}
