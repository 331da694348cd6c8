using System.Net;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Features.Network.SavedSearches;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Network.SavedSearches;

/// <summary>Searches that a test saves, each with a word of its own.</summary>
internal static class SavedSearchCast
{
    public static string NewWord() => "w" + Guid.NewGuid().ToString("N");

    public static SaveSearchRequest Request(string? word = null, bool notify = false)
    {
        word ??= NewWord();
        return new SaveSearchRequest { Name = $"Meine Suche {word}", Search = new SearchCriteria { Q = word }, Notify = notify };
    }

    public static async Task<SavedSearchResponse> SavedAsync(this ApiClient person, string? word = null, bool notify = false) =>
        (await person.SendAsync<SaveSearch>(body: Request(word, notify))).As<SavedSearchResponse>(HttpStatusCode.Created);

    public static Task<ApiAnswer> ReadAsync(this ApiClient person, Guid id) => person.SendAsync<GetSavedSearch>(new { id });

    public static async Task<ApiAnswer> ChangeAsync(this ApiClient person, Guid id, string name, bool notify) =>
        await person.SendAsync<ChangeSavedSearch>(new { id }, new { name, notify }, headers: ("If-Match", (await person.ReadAsync(id)).ETag!));
}
