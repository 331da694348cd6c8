using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using FastEndpoints;
using FluentValidation.Results;
using Microsoft.AspNetCore.Http.Features;

namespace KoKo.Platform.Foundation.Http;

/// <summary>
/// Reads a JSON body strictly: unreadable is 400, an unknown, read-only or wrongly typed member is 422 with its pointer.
/// </summary>
internal static partial class RequestBody
{
    public const long MaxBytes = 1024 * 1024;

    /// <summary>The framework refuses what says no media type with an empty answer; whoever sent nothing at all forgot the body.</summary>
    public static Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        if (!string.IsNullOrEmpty(http.Request.ContentType) || !QueryParameters.HasBody(http))
        {
            return next(http);
        }

        var hasBody = http.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true && http.Request.ContentLength != 0;
        throw new ProblemException(hasBody ? Problems.UnsupportedMediaType : Problems.MalformedRequest);
    }

    public static async ValueTask<object?> ReadAsync(HttpRequest request, Type type, System.Text.Json.Serialization.JsonSerializerContext? context, CancellationToken cancellationToken)
    {
        var options = new Config().Serializer.Options;
        using var document = await ParseAsync(request, options, cancellationToken);
        if (document is null || document.RootElement.ValueKind == JsonValueKind.Null)
        {
            return QueryParameters.HasBody(request.HttpContext) ? throw new ProblemException(Problems.MalformedRequest) : null;
        }

        StorableText.Note(request.HttpContext, document.RootElement);
        try
        {
            return document.Deserialize(type, options);
        }
        catch (JsonException exception)
        {
            throw new ProblemException(Problems.InvalidInput, [.. ErrorsOf(exception, document)]);
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

    private static IEnumerable<ProblemError> ErrorsOf(JsonException exception, JsonDocument document)
    {
        var missing = MissingMembers().Match(exception.Message);
        if (!missing.Success)
        {
            return [ErrorOf(exception, document)];
        }

        var place = PointerOf(exception.Path?.TrimStart('$').TrimStart('.') ?? "", name => name);
        return missing.Groups[1].Value.Split('\'').Where((_, index) => index % 2 == 1).Select(name => new ProblemError($"{place}/{Escaped(name)}", "wrong-type", RuleWords.In("Diese Angabe fehlt.", "This value is missing.")));
    }

    private static ProblemError ErrorOf(JsonException exception, JsonDocument document)
    {
        var pointer = PointerOf(exception.Path?.TrimStart('$').TrimStart('.') ?? "", name => name);
        return Exists(document, pointer) && exception.Message.Contains("could not be mapped", StringComparison.Ordinal)
            ? new ProblemError(pointer, "unknown-member", RuleWords.In("Dieses Feld gibt es hier nicht, oder es kann nicht gesetzt werden.", "This member does not exist here or cannot be set."))
            : new ProblemError(pointer, "wrong-type", Expected(exception.Message) ?? RuleWords.In("Der Wert fehlt oder hat den falschen Typ.", "The value is missing or of the wrong type."));
    }

    // the serializer names the members and the type it wanted in its messages and nowhere else
    [GeneratedRegex(@"missing required properties including: ('.+?')\.(?: |$)")]
    private static partial Regex MissingMembers();

    private static string? Expected(string message) =>
        WantedType().Match(message) is { Success: true } match && Type.GetType(match.Groups[1].Value) is { } type ? RuleWords.Expected(type) : null;

    [GeneratedRegex(@"could not be converted to ([\w.+`\[\]]+)\. Path:")]
    private static partial Regex WantedType();

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
