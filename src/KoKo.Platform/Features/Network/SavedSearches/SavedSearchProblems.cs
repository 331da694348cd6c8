using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Network.SavedSearches;

internal static class SavedSearchProblems
{
    public static readonly Problem TooManySavedSearches = new("too-many-saved-searches", 409, "Mehr als 50 Suchen lassen sich nicht merken. Bitte löschen Sie zuerst eine andere.", "More than 50 searches cannot be saved. Please delete another one first.");
}
