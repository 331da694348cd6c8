using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Foundation.Search;

internal static class SearchProblems
{
    public static readonly Problem Unavailable = new("search-unavailable", 503, "Die Suche antwortet gerade nicht. Alles andere geht weiter.", "The search is not answering. Everything else goes on.");

    /// <summary>What the index answers, or the refusal that says when to come back.</summary>
    public static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (SearchUnavailableException)
        {
            throw new ProblemException(Unavailable) { RetryAfter = TimeSpan.FromSeconds(5) };
        }
    }
}
