namespace KoKo.Platform.Foundation.Search;

/// <summary>
/// The last hit of a page. An engine that sorts by values goes on behind these values, which stays right while documents
/// come and go; an engine that can only count goes on at the offset. A page from the search for most words is relaxed,
/// and so must be the next one. What a sort does not look at is 0 or empty.
/// </summary>
internal sealed record SearchCursor(float Score, DateTime SortDate, string TitleKey, Guid ItemId, string Audience, int Offset, bool Relaxed);
