using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Network;

internal static class NetworkProblems
{
    public static readonly Problem SearchUnavailable = new("search-unavailable", 503, "Die Suche antwortet gerade nicht. Alles andere geht weiter.", "The search is not answering. Everything else goes on.");
}
