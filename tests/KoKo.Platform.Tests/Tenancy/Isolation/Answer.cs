using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>An answer without what is random in every answer, and with the identifier that was asked for taken out.</summary>
internal sealed partial record Answer(int Status, string Headers, string Body)
{
    private static readonly string[] Unlike = ["Date", "Content-Length", "Transfer-Encoding", "Set-Cookie", "Server", "Connection"];

    public static async Task<Answer> OfAsync(HttpResponseMessage message)
    {
        var headers = message.Headers.Concat(message.Content.Headers)
            .Where(header => !Unlike.Contains(header.Key) && !header.Key.StartsWith("RateLimit", StringComparison.OrdinalIgnoreCase))
            .OrderBy(header => header.Key, StringComparer.Ordinal)
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return new Answer((int)message.StatusCode, string.Join('\n', headers), await message.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public bool Contains(string word) =>
        Body.Contains(word, StringComparison.OrdinalIgnoreCase) || Headers.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Without what the caller itself had written before.</summary>
    public Answer Without(IEnumerable<string> written) =>
        written.Aggregate(this, (answer, word) => answer with { Headers = Without(answer.Headers, word), Body = Without(answer.Body, word) });

    /// <summary>As an answer about anything.</summary>
    public Answer About(string identifier) => this with { Headers = Without(Headers, identifier), Body = Random().Replace(Without(Body, identifier), "$1~") };

    /// <summary>What two answers have in common that each made or changed something: not the ids, times, versions and histories.</summary>
    public Answer OfAChange() => this with
    {
        Headers = New().Replace(Headers, "~"),
        Body = Body.StartsWith('{') ? string.Join(' ', JsonDocument.Parse(Body).RootElement.EnumerateObject().Select(member => member.Name)) : Body,
    };

    public string? DifferenceTo(Answer oracle) => this switch
    {
        _ when Status != oracle.Status => $"status {Status}, for a random one {oracle.Status}",
        _ when Headers != oracle.Headers => $"headers {Short(Headers)}, for a random one {Short(oracle.Headers)}",
        _ when Body != oracle.Body => $"body {Short(Body)}, for a random one {Short(oracle.Body)}",
        _ => null,
    };

    // a single digit is in every answer
    private static string Without(string text, string identifier) => identifier.Length < 6 ? text : text
        .Replace(Uri.EscapeDataString(Uri.EscapeDataString(identifier)), "{it}", StringComparison.OrdinalIgnoreCase)
        .Replace(Uri.EscapeDataString(identifier), "{it}", StringComparison.OrdinalIgnoreCase)
        .Replace(WebUtility.HtmlEncode(identifier), "{it}", StringComparison.OrdinalIgnoreCase)
        .Replace(identifier, "{it}", StringComparison.OrdinalIgnoreCase);

    private static string Short(string text) => text.Length > 600 ? text[..600] + " ..." : text;

    // a cursor and the token of a form are encrypted anew each time
    [GeneratedRegex("""("nextCursor":"|cursor=|__RequestVerificationToken" value=")[A-Za-z0-9_-]+""")]
    private static partial Regex Random();

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z|ETag: .*")]
    private static partial Regex New();
}
