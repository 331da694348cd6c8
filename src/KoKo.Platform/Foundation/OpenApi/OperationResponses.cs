using System.Globalization;
using System.Text.Json.Nodes;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.OpenApi;

namespace KoKo.Platform.Foundation.OpenApi;

/// <summary>The success an endpoint names, and every refusal that its shape, its rights and its rules imply.</summary>
internal static class OperationResponses
{
    public static OpenApiResponses Of(UseCase useCase, OpenApiOperation operation, OpenApiDocument document)
    {
        var responses = new OpenApiResponses();
        foreach (var (status, response) in operation.Responses!.Where(response => response.Key.StartsWith('2')))
        {
            responses[status] = SuccessOf(useCase, status, response, document);
        }

        foreach (var refusals in RefusalsOf(useCase).DistinctBy(problem => problem.Code).OrderBy(problem => problem.Code, StringComparer.Ordinal).GroupBy(problem => problem.Status).OrderBy(group => group.Key))
        {
            responses[refusals.Key.ToString(CultureInfo.InvariantCulture)] = RefusalOf([.. refusals], document);
        }

        responses["default"] = Shared("default", Answer("Anything else, such as a method that does not exist here (405) or an error on our side (500).", document), document);
        return responses;
    }

    public static IEnumerable<Problem> RefusalsOf(UseCase useCase) => ByShape(useCase).Concat(useCase.Refusals);

    private static IEnumerable<Problem> ByShape(UseCase useCase)
    {
        var rule = useCase.Access;
        var isPost = useCase.Verb == "POST";
        var hasBody = useCase.BodyMembers.Count > 0;
        (bool Holds, Problem[] Refusals)[] shapes =
        [
            (true, [Problems.UnknownParameter, Problems.Unauthenticated, Problems.TooManyRequests, Problems.Unavailable]),
            (useCase.QueryMembers.Any(member => UseCase.NameOf(member) == "cursor"), [Problems.InvalidCursor]),
            (rule.Scope is not null || rule.Roles != Roles.None || rule.Caller is CallerKind.Office or CallerKind.Member, [Problems.Forbidden]),
            (useCase.PathNames.Count > 0, [Problems.NotFound]),
            (useCase.RequiresIfMatch, [Problems.EditedMeanwhile, Problems.IfMatchMissing]),
            (useCase.AcceptsIfMatch, [Problems.EditedMeanwhile]),
            (hasBody, [Problems.MalformedRequest, Problems.TooLarge, Problems.UnsupportedMediaType]),
            (hasBody || useCase.QueryMembers.Count > 0, [Problems.InvalidInput]),
            (isPost, [Problems.IdempotencyKeyReused]),
        ];
        return shapes.Where(shape => shape.Holds).SelectMany(shape => shape.Refusals);
    }

    private static OpenApiResponse SuccessOf(UseCase useCase, string status, IOpenApiResponse found, OpenApiDocument document)
    {
        var headers = Limits(document);
        if (useCase.SendsETag)
        {
            headers["ETag"] = Header("The version this answer shows; send it as If-Match to change it.", "\"3\"");
        }

        if (status == "201")
        {
            headers["Location"] = Header("Where the new resource is.", "/v1/...");
        }

        var text = useCase.Summary?.Responses.GetValueOrDefault(int.Parse(status, CultureInfo.InvariantCulture));
        return new OpenApiResponse
        {
            Description = string.IsNullOrEmpty(text) ? found.Description : text,
            Content = found.Content,
            Headers = headers,
        };
    }

    private static OpenApiResponseReference RefusalOf(IReadOnlyList<Problem> problems, OpenApiDocument document)
    {
        var answer = Answer(string.Join("\n", problems.Select(problem => $"- `{problem.Code}`: {problem.English}")), document);
        answer.AddExtension("x-problem-codes", new JsonNodeExtension(new JsonArray([.. problems.Select(problem => JsonValue.Create(problem.Code))])));
        if (problems[0].Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            answer.Headers = problems[0].Status == StatusCodes.Status429TooManyRequests ? Limits(document) : new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
            answer.Headers["Retry-After"] = Header("Seconds to wait.", "5");
        }

        return Shared($"{problems[0].Status}.{string.Join('.', problems.Select(problem => problem.Code).Order(StringComparer.Ordinal))}", answer, document);
    }

    /// <summary>Every answer says what is left of the quota; one definition for all.</summary>
    private static Dictionary<string, IOpenApiHeader> Limits(OpenApiDocument document)
    {
        (string Name, OpenApiHeader Header)[] limits =
        [
            ("RateLimit-Limit", Header("Requests per minute that your tenant has, or your address as long as you are not signed in.", "6000")),
            ("RateLimit-Remaining", Header("How many of them are left in this minute, for all callers of the tenant or address together.", "5873")),
            ("RateLimit-Reset", Header("Seconds until the next minute begins.", "42")),
        ];
        foreach (var (name, header) in limits)
        {
            document.AddComponent(name, header);
        }

        return limits.ToDictionary(limit => limit.Name, IOpenApiHeader (limit) => new OpenApiHeaderReference(limit.Name, document), StringComparer.Ordinal);
    }

    /// <summary>Operations that may be refused in the same way share the answer.</summary>
    private static OpenApiResponseReference Shared(string name, OpenApiResponse answer, OpenApiDocument document)
    {
        document.AddComponent(name, answer);
        return new OpenApiResponseReference(name, document);
    }

    private static OpenApiResponse Answer(string description, OpenApiDocument document) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [ProblemAnswer.ContentType] = new() { Schema = new OpenApiSchemaReference("Problem", document) },
        },
    };

    private static OpenApiHeader Header(string description, string example) => new()
    {
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = JsonValue.Create(example),
    };
}
