namespace KoKo.Platform.Foundation.Commands;

/// <summary>Finds the verb that the command line begins with. Verbs are found by scanning.</summary>
internal static class Verbs
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int NotUnderstood = 2;

    private static readonly Lazy<IReadOnlyList<IVerb>> All = new(() =>
    [
        .. typeof(IVerb).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IVerb)))
            .Select(type => (IVerb)Activator.CreateInstance(type)!)
            .OrderBy(verb => verb.Name, StringComparer.Ordinal),
    ]);

    /// <returns>The exit code; null where the command line names no verb, so that the platform serves.</returns>
    public static async Task<int?> RunAsync(WebApplication app, string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        if (args is not [var name, .. var rest] || name.StartsWith('-') || name.StartsWith('/'))
        {
            return null;
        }

        if (All.Value.FirstOrDefault(verb => verb.Name == name) is not { } verb)
        {
            await output.WriteLineAsync($"There is no verb '{name}'. There are:");
            await output.WriteLineAsync(string.Join('\n', All.Value.Select(known => $"  {LineOf(known)}")));
            return NotUnderstood;
        }

        return await verb.RunAsync(app, ArgumentsOf(rest), output, cancellationToken);
    }

    /// <summary>For a verb that was called with the wrong arguments.</summary>
    public static async Task<int> NotUnderstoodAsync(IVerb verb, TextWriter output)
    {
        await output.WriteLineAsync($"Usage: {LineOf(verb)}");
        return NotUnderstood;
    }

    /// <summary>
    /// What is said to a verb, without the settings, which come as <c>--Data:Path=x</c> or <c>--Data:Path x</c>.
    /// </summary>
    internal static IReadOnlyList<string> ArgumentsOf(string[] args) => [.. Split(args).Where(part => !part.IsSetting).Select(part => part.Text)];

    /// <summary>The settings alone: the configuration takes a path that begins with a slash for the name of one.</summary>
    public static string[] SettingsOf(string[] args) => [.. Split(args).Where(part => part.IsSetting).Select(part => part.Text)];

    private static IEnumerable<(string Text, bool IsSetting)> Split(string[] args)
    {
        for (var position = 0; position < args.Length; position++)
        {
            var isSetting = args[position].StartsWith("--", StringComparison.Ordinal);
            yield return (args[position], isSetting);
            if (isSetting && !args[position].Contains('=', StringComparison.Ordinal) && ++position < args.Length)
            {
                yield return (args[position], true);
            }
        }
    }

    private static string LineOf(IVerb verb) => $"{verb.Name} {verb.Usage}".TrimEnd();
}
