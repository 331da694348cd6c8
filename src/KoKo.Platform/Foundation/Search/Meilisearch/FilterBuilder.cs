using System.Text;

namespace KoKo.Platform.Foundation.Search.Meilisearch;

/// <summary>
/// A filter made of values, never of text that somebody wrote: each condition is an element of its own, which the server
/// parses by itself and all of which must hold, and each value stands in quotes with the two characters escaped that could end it.
/// </summary>
internal sealed class FilterBuilder
{
    private readonly List<string> conditions = [];

    public IReadOnlyList<string> Conditions => conditions;

    /// <summary>One of the attribute's values is one of these; nothing is, where these are none.</summary>
    public FilterBuilder AnyOf(string attribute, IEnumerable<string> values)
    {
        conditions.Add($"{attribute} IN [{List(values)}]");
        return this;
    }

    /// <summary>None of the attribute's values is one of these.</summary>
    public FilterBuilder NoneOf(string attribute, IEnumerable<string> values)
    {
        if (List(values) is { Length: > 0 } list)
        {
            conditions.Add($"{attribute} NOT IN [{list}]");
        }

        return this;
    }

    private static string List(IEnumerable<string> values) => string.Join(", ", values.Select(Quoted));

    private static string Quoted(string value)
    {
        var quoted = new StringBuilder("\"", value.Length + 2);
        foreach (var letter in value)
        {
            if (letter is '"' or '\\')
            {
                quoted.Append('\\');
            }

            quoted.Append(char.IsControl(letter) || char.IsSurrogate(letter) ? '\uFFFD' : letter);
        }

        return quoted.Append('"').ToString();
    }
}
