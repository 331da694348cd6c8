namespace KoKo.Platform.Foundation.Search.Lucene;

/// <summary>The fields of a document in the Lucene folder.</summary>
internal static class IndexField
{
    public const string Key = "key";
    public const string Item = "item";
    public const string Kind = "kind";
    public const string ItemId = "id";
    public const string Audience = "audience";
    public const string ShadowedBy = "shadowed_by";
    public const string ExternalKey = "external_key";
    public const string SortDate = "date";
    public const string Quality = "quality";
    public const string TitleKey = "title_key";
    public const string Title = "title";
    public const string Names = "names";
    public const string Summary = "summary";
    public const string Body = "body";

    /// <summary>All text in one field: words are looked up here, the others only weigh.</summary>
    public const string All = "all";

    public const string FacetPrefix = "facet:";
}
