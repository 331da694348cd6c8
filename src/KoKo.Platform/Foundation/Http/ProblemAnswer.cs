using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using KoKo.Platform.Foundation.Text;

namespace KoKo.Platform.Foundation.Http;

/// <summary>The body of every refusal: application/problem+json (RFC 9457).</summary>
/// <param name="Type">A stable URI that names the kind of problem.</param>
/// <param name="Title">What is wrong, in German or English by Accept-Language.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The stable word for programs; never translated or renamed.</param>
/// <param name="Errors">Every broken rule of the input at once.</param>
/// <param name="TraceId">Only for errors on our side: what to tell the operator.</param>
public sealed record ProblemAnswer(
    string Type,
    string Title,
    int Status,
    string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ProblemError>? Errors,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TraceId)
{
    internal const string ContentType = "application/problem+json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = Json.Encoder,
    };

    internal static ProblemAnswer Of(Problem problem, IReadOnlyList<ProblemError>? errors = null) => new(
        problem.Type,
        problem.Title,
        problem.Status,
        problem.Code,
        errors is { Count: > 0 } ? errors : null,
        problem.Status == 500 ? Activity.Current?.TraceId.ToString() : null);

    internal static Task WriteAsync(HttpContext http, Problem problem, IReadOnlyList<ProblemError>? errors = null)
    {
        http.Response.StatusCode = problem.Status;
        http.Response.Headers.CacheControl = "no-store";
        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer"; // RFC 9110: a 401 says how to be somebody
        }

        return http.Response.WriteAsJsonAsync(Of(problem, errors), Options, ContentType, http.RequestAborted);
    }
}
