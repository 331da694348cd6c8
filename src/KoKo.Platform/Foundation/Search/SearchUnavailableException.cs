namespace KoKo.Platform.Foundation.Search;

/// <summary>The search engine cannot answer now; nothing else is wrong.</summary>
internal class SearchUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Another process, or another index of this one, works on the folder.</summary>
internal sealed class SearchFolderLockedException(string path, Exception inner)
    : SearchUnavailableException($"The search index in {path} is in use by a running instance.", inner);
