namespace KoKo.Platform.Foundation.Web.Components;

/// <summary>One value of a facet: where its link leads (chosen: back without it) and how many hits it has.</summary>
public sealed record FacetChoice(string Label, long Count, string Href, bool IsChosen);
