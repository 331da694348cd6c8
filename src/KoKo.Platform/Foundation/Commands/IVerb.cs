namespace KoKo.Platform.Foundation.Commands;

/// <summary>Something an operator does with an installation: <c>dotnet KoKo.Platform.dll NAME ...</c> runs it and ends, without serving.</summary>
internal interface IVerb
{
    string Name { get; }

    /// <summary>What stands behind the name, such as <c>NAME MAIL</c>; empty where nothing does.</summary>
    string Usage { get; }

    /// <param name="arguments">What was said behind the name; settings are in the configuration already.</param>
    /// <param name="output">What the operator reads.</param>
    /// <returns>The exit code: 0 done, 1 refused, 2 not understood.</returns>
    Task<int> RunAsync(WebApplication app, IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellationToken);
}
