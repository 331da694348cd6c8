using KoKo.Platform.Features.Network.Pages;

namespace KoKo.Platform.Features.Network.SavedSearches;

/// <summary>A search that the person saved.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What the person calls it.</param>
/// <param name="Search">Text and filters, as SearchNetwork takes them; the text without blanks around it, each code once.</param>
/// <param name="Notify">Whether a mail tells what is new, at most once a day.</param>
/// <param name="CreatedAt">When it was saved; UTC.</param>
/// <param name="PageUrl">The path of the hub's page that runs it.</param>
public sealed record SavedSearchResponse(Guid Id, string Name, SearchCriteria Search, bool Notify, DateTime CreatedAt, string PageUrl)
{
    internal static SavedSearchResponse Of(SavedSearch saved) =>
        new(saved.Id, saved.Name, saved.Search, saved.Notify, saved.CreatedAt, new SearchLinks(saved.Search).First);
}
