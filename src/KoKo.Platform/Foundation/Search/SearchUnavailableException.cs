namespace KoKo.Platform.Foundation.Search;

/// <summary>The search engine cannot answer now; nothing else is wrong.</summary>
internal class SearchUnavailableException(string message, Exception inner) : Exception(message, inner)
{
    /// <summary>Another process, or another index of this one, works on the folder.</summary>
    public bool IsLocked { get; private init; }

    public static SearchUnavailableException Locked(string path, Exception inner) =>
        new($"The search index in {path} is in use by a running instance.", inner) { IsLocked = true };
}
