using System.Text;
using System.Text.Json;
using FastEndpoints;
using FluentValidation.Results;

namespace KoKo.Platform.Foundation.Http;

/// <summary>
/// Reads a JSON body strictly: unreadable is 400, an unknown, read-only or wrongly typed member is 422 with its pointer.
/// </summary>
internal static class RequestBody
{
    public const long MaxBytes = 1024 * 1024;

    public static async ValueTask<object?> ReadAsync(HttpRequest request, Type type, System.Text.Json.Serialization.JsonSerializerContext? context, CancellationToken cancellationToken)
    {
        var options = new Config().Serializer.Options;
        using var document = await ParseAsync(request, options, cancellationToken);
        if (document is null)
        {
            return null;
        }

        StorableText.Note(request.HttpContext, document.RootElement);
        try
        {
            return document.Deserialize(type, options);
        }
        catch (JsonException exception)
        {
            throw new ProblemException(Problems.InvalidInput, [ErrorOf(exception, document)]);
        }
    }

    /// <summary>FluentValidation's <c>Content.Topics[0]</c> as the JSON pointer <c>/content/topics/0</c>.</summary>
    public static ProblemError ErrorOf(ValidationFailure failure) =>
        new(PointerOf(failure.PropertyName, JsonNamingPolicy.CamelCase.ConvertName), CodeOf(failure.ErrorCode), failure.ErrorMessage);

    private static async Task<JsonDocument?> ParseAsync(HttpRequest request, JsonSerializerOptions options, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        if (buffer.Length == 0)
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(
                buffer.GetBuffer().AsMemory(0, (int)buffer.Length),
                new JsonDocumentOptions { MaxDepth = options.MaxDepth, AllowDuplicateProperties = false });
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException) // the latter: half a surrogate pair in a name
        {
            throw new ProblemException(Problems.MalformedRequest);
        }
    }

    private static ProblemError ErrorOf(JsonException exception, JsonDocument document)
    {
        var pointer = PointerOf(exception.Path?.TrimStart('$').TrimStart('.') ?? "", name => name);
        return Exists(document, pointer) && exception.Message.Contains("could not be mapped", StringComparison.Ordinal)
            ? new ProblemError(pointer, "unknown-member", "Dieses Feld gibt es hier nicht, oder es kann nicht gesetzt werden. (This member does not exist here or cannot be set.)")
            : new ProblemError(pointer, "wrong-type", "Der Wert fehlt oder hat den falschen Typ. (The value is missing or of the wrong type.)");
    }

    private static bool Exists(JsonDocument document, string pointer) => document.RootElement.ValueKind is JsonValueKind.Object && pointer.Length > 0;

    public static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string PointerOf(string path, Func<string, string> nameOf)
    {
        var pointer = new StringBuilder();
        foreach (var part in path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            pointer.Append('/').Append(Escaped(nameOf(part.Trim('\''))));
        }

        return pointer.ToString();
    }

    // NotEmptyValidator -> not-empty; codes given with WithErrorCode are kebab-case already.
    // Binding has none: a value of path or query is none of its type.
    private static string CodeOf(string? code) => string.IsNullOrEmpty(code)
        ? "wrong-type"
        : JsonNamingPolicy.KebabCaseLower.ConvertName(code.Replace("Validator", "", StringComparison.Ordinal));
}
