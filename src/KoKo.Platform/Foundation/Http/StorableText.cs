using System.Text.Json;
using FastEndpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Primitives;

namespace KoKo.Platform.Foundation.Http;

/// <summary>
/// Refuses the NUL character, which nobody types and PostgreSQL neither stores nor compares: in query and form before
/// anybody works with them, in a JSON body after its validator, which may have more to say.
/// </summary>
internal sealed class StorableText : IGlobalPreProcessor
{
    private static readonly object Key = new();

    public static async Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(http); // the page that tells of the refusal still has the form that was refused
            return;
        }

        Require(Problems.UnknownParameter, [.. ErrorsOf(http.Request.Query)]);
        if (http.Request.HasFormContentType && !ApiSetup.IsApi(http))
        {
            Require(Problems.UnknownParameter, [.. ErrorsOf(await FormOfAsync(http))]);
        }

        await next(http);
    }

    /// <summary>Looks through the texts of a body. Half a surrogate pair is no text at all: 400.</summary>
    public static void Note(HttpContext http, JsonElement body)
    {
        try
        {
            http.Items[Key] = ErrorsOf(body, "").ToList();
        }
        catch (InvalidOperationException)
        {
            throw new ProblemException(Problems.MalformedRequest);
        }
    }

    public Task PreProcessAsync(IPreProcessorContext context, CancellationToken ct)
    {
        if (!context.HasValidationFailures && context.HttpContext.Items[Key] is List<ProblemError> errors)
        {
            Require(Problems.InvalidInput, errors);
        }

        return Task.CompletedTask;
    }

    private static void Require(Problem problem, List<ProblemError> errors)
    {
        if (errors.Count > 0)
        {
            throw new ProblemException(problem, errors);
        }
    }

    private static async Task<IFormCollection> FormOfAsync(HttpContext http)
    {
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException) // too many fields, or none that can be read
        {
            throw new ProblemException(Problems.MalformedRequest);
        }
    }

    private static IEnumerable<ProblemError> ErrorsOf(IEnumerable<KeyValuePair<string, StringValues>> fields) =>
        fields.Where(field => HasNul(field.Key) || field.Value.Any(HasNul)).Select(field => ErrorAt("/" + RequestBody.Escaped(field.Key.Replace("\0", "", StringComparison.Ordinal))));

    private static IEnumerable<ProblemError> ErrorsOf(JsonElement element, string pointer) => element.ValueKind switch
    {
        JsonValueKind.String when HasNul(element.GetString()) => [ErrorAt(pointer)],
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => ErrorsOf(item, $"{pointer}/{index}")),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => ErrorsOf(member.Value, $"{pointer}/{RequestBody.Escaped(member.Name)}")),
        _ => [],
    };

    private static ProblemError ErrorAt(string place) => new(place, "control-character", RuleWords.In("Der Text enthält das Zeichen NUL.", "The text contains the character NUL."));

    private static bool HasNul(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;
}
