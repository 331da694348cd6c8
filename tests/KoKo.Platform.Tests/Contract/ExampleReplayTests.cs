using System.Text.Json.Nodes;
using KoKo.Platform.Foundation.OpenApi;
using KoKo.Platform.Tests.World;
using NJsonSchema;

namespace KoKo.Platform.Tests.Contract;

/// <summary>A platform of its own, freshly seeded: examples change what other tests look at.</summary>
public sealed class FreshInstance : IAsyncLifetime
{
    public PlatformWorld World { get; } = new();

    public ValueTask InitializeAsync() => World.InitializeAsync();

    public ValueTask DisposeAsync() => World.DisposeAsync();
}

public sealed class ExampleReplayTests(FreshInstance fresh) : IClassFixture<FreshInstance>
{
    // Operations whose example cannot succeed on every fresh instance, each with its reason.
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal);

    private static readonly string[] PromisedHeaders = ["ETag", "Location", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"];

    [Fact]
    public async Task Every_example_succeeds_on_a_fresh_demo_instance_as_the_document_says()
    {
        var document = await ApiDocument.ServedAsync(fresh.World);
        var schemas = await SchemasAsync(document);
        var wrong = new List<string>();

        foreach (var operation in document.Operations.Where(operation => !Exceptions.ContainsKey(operation.Name)).OrderBy(operation => operation.Verb != "GET"))
        {
            try
            {
                var answer = await new ExampleCall(fresh.World, operation).SendAsync();
                wrong.AddRange(Deviations(operation, answer, schemas).Select(deviation => $"{operation.Name}: {deviation}"));
            }
            catch (TaskCanceledException)
            {
                wrong.Add($"{operation.Name}: no answer at all.");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task No_example_and_no_exception_is_left_of_an_operation_that_is_gone()
    {
        var document = await ApiDocument.ServedAsync(fresh.World);

        Assert.Empty(new ExampleBook().All.Select(example => example.Operation).Concat(Exceptions.Keys).Except(document.Operations.Select(operation => operation.Name)));
    }

    private static IEnumerable<string> Deviations(ApiOperation operation, ApiAnswer answer, JsonSchema schemas)
    {
        var status = ((int)answer.Status).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (!status.StartsWith('2') || !operation.Responses.TryGetValue(status, out var response))
        {
            return [$"{operation.Verb} {operation.Path} answered {status} instead of {string.Join(" or ", operation.Responses.Keys.Where(key => key.StartsWith('2')))}: {answer.Body}"];
        }

        return Headers(response, answer).Concat(Content(response, answer, schemas));
    }

    private static IEnumerable<string> Headers(JsonNode response, ApiAnswer answer)
    {
        var promised = response["headers"]?.AsObject().Select(header => header.Key) ?? [];
        string[] given = [.. PromisedHeaders.Where(answer.Headers.Contains)];
        return promised.Except(given).Select(name => $"{name} is promised and missing.").Concat(given.Except(promised).Select(name => $"{name} is not in the document."));
    }

    private static IEnumerable<string> Content(JsonNode response, ApiAnswer answer, JsonSchema schemas)
    {
        var type = answer.ContentHeaders.ContentType?.MediaType;
        if (response["content"]?.AsObject() is not { } content)
        {
            return answer.Body.Length == 0 ? [] : ["There is a body although none is promised."];
        }

        if (type is null || content[type] is not { } media)
        {
            return [$"{type} is not in the document."];
        }

        return type == "application/json" ? Errors(media["schema"]!, answer.Body, schemas) : [];
    }

    private static IEnumerable<string> Errors(JsonNode schema, string body, JsonSchema schemas)
    {
        if (schema["$ref"] is { } reference)
        {
            return schemas.Definitions[reference.GetValue<string>().Split('/')[^1]].Validate(body).Select(error => error.ToString());
        }

        var items = schemas.Definitions[schema["items"]!["$ref"]!.GetValue<string>().Split('/')[^1]];
        return JsonNode.Parse(body)!.AsArray().SelectMany(item => items.Validate(item!.ToJsonString())).Select(error => error.ToString());
    }

    /// <summary>All component schemas in one, which the validator can follow.</summary>
    private static Task<JsonSchema> SchemasAsync(ApiDocument document) => JsonSchema.FromJsonAsync(
        new JsonObject { ["definitions"] = document.Root["components"]!["schemas"]!.DeepClone() }.ToJsonString()
            .Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal),
        TestContext.Current.CancellationToken);
}
