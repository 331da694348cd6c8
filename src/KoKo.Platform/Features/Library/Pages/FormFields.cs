namespace KoKo.Platform.Features.Library.Pages;

/// <summary>Reads what a browser sent: line ends as one letter, nothing for what is blank.</summary>
internal sealed class FormFields(IFormCollection form)
{
    // More rows than any form shows; a made-up request stops here.
    private const int MostRows = 50;

    public string? Text(string name)
    {
        var text = form[name].ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        return text.Length == 0 ? null : text;
    }

    public IReadOnlyList<string> Codes(string name) => [.. form[name].OfType<string>().Where(code => code.Length > 0)];

    /// <summary>One entry per line.</summary>
    public IReadOnlyList<string> Lines(string name) =>
        Text(name)?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public IReadOnlyList<T> Rows<T>(string name, string first, string second, Func<string?, string?, T> make)
    {
        var rows = new List<T>();
        for (var index = 0; index < MostRows; index++)
        {
            var (one, other) = (Text($"{name}.{index}.{first}"), Text($"{name}.{index}.{second}"));
            if (one is not null || other is not null)
            {
                rows.Add(make(one, other));
            }
        }

        return rows;
    }
}
