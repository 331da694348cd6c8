using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KoKo.Platform.Foundation.OpenApi;

/// <summary>
/// Writes one operation. What the framework sees of an endpoint is its verb, path, types and success; parameters, bodies,
/// refusals, rights and examples come from the endpoint's own definition and the access table.
/// </summary>
internal sealed class OperationTransformer(ExampleBook examples, ValidatorRules rules) : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var document = context.Document!;
        var useCase = UseCase.Find(context.Description)!;
        var example = examples.Of(useCase.Name);
        operation.OperationId = useCase.Name;
        operation.Tags = new HashSet<OpenApiTagReference> { new(useCase.Area, document) };
        operation.Summary = useCase.Summary?.Summary;
        operation.Description = OperationRights.Describe(useCase);
        operation.Security = OperationRights.SecurityOf(useCase, document);
        operation.Responses = OperationResponses.Of(useCase, operation, document);
        var request = operation.RequestBody?.Content?.Values.FirstOrDefault()?.Schema;
        operation.RequestBody = BodyOf(operation, useCase, example);
        operation.Parameters = await new OperationParameters(useCase, example, rules, request, context).AllAsync(cancellationToken);
        operation.AddExtension("x-example-caller", new JsonNodeExtension(JsonValue.Create(example.Caller)));
    }

    private static OpenApiRequestBody? BodyOf(OpenApiOperation operation, UseCase useCase, OperationExample example)
    {
        if (useCase.BodyMembers.Count == 0)
        {
            return null;
        }

        var body = new OpenApiMediaType { Schema = operation.RequestBody!.Content!.Values.First().Schema };
        if ((example.Body ?? useCase.Summary?.ExampleRequest) is { } value)
        {
            body.Example = ExampleValues.BodyOf(value, useCase);
        }

        return new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/json"] = body },
        };
    }
}
