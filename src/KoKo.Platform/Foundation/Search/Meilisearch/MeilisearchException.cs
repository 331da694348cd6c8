namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>Meilisearch refused a request or failed at a task, and said why.</summary>
internal sealed class MeilisearchException(MeilisearchFault fault)
    : SearchUnavailableException($"Meilisearch: {fault.Message} ({fault.Code ?? "no code"})", new HttpRequestException(fault.Message))
{
    public string? Code => fault.Code;

    /// <summary>The index lacks settings of ours: somebody made or changed it.</summary>
    public bool IsAboutSettings => Code is "invalid_search_filter" or "invalid_document_filter" or "invalid_search_facets" or "invalid_multi_search_facets";
}
