using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KoKo.Platform.Foundation.OpenApi;

/// <summary>Path, query and header parameters of one operation: the members of its request that are not its body.</summary>
/// <param name="request">The schema of the request record; its members carry descriptions and defaults.</param>
internal sealed class OperationParameters(UseCase useCase, OperationExample example, ValidatorRules rules, IOpenApiSchema? request, OpenApiOperationTransformerContext context)
{
    public async Task<IList<IOpenApiParameter>?> AllAsync(CancellationToken cancellationToken)
    {
        List<IOpenApiParameter> parameters = [];
        foreach (var (name, constraint) in useCase.PathNames)
        {
            parameters.Add(await InPathAsync(name, constraint, cancellationToken));
        }

        foreach (var member in useCase.QueryMembers)
        {
            parameters.Add(await OfMemberAsync(ParameterLocation.Query, member, example.Query, cancellationToken));
        }

        foreach (var member in useCase.HeaderMembers)
        {
            parameters.Add(await OfMemberAsync(ParameterLocation.Header, member, null, cancellationToken));
        }

        parameters.AddRange(Shared());
        return parameters.Count > 0 ? parameters : null;
    }

    private async Task<OpenApiParameter> InPathAsync(string name, string? constraint, CancellationToken cancellationToken) => new()
    {
        Name = name,
        In = ParameterLocation.Path,
        Required = true,
        Description = DescriptionOf(name),
        Schema = await context.GetOrCreateSchemaAsync(constraint switch { "guid" => typeof(Guid), "int" => typeof(int), _ => typeof(string) }, null, cancellationToken),
        Example = ExampleValues.Of(example.Route, name),
    };

    private async Task<OpenApiParameter> OfMemberAsync(ParameterLocation place, PropertyInfo member, object? examples, CancellationToken cancellationToken)
    {
        var name = UseCase.NameOf(member);
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        var schema = await context.GetOrCreateSchemaAsync(type, null, cancellationToken);
        schema.Default = Described(name)?.Default;
        rules.Apply(useCase.Definition, member, schema);
        return new OpenApiParameter
        {
            Name = name,
            In = place,
            Required = rules.IsRequired(useCase.Definition, member),
            Description = DescriptionOf(name),
            Schema = Named(type, schema),
            Example = ExampleValues.Of(examples, name),
        };
    }

    private string? DescriptionOf(string name) =>
        useCase.Summary?.Params.GetValueOrDefault(name)
        ?? Described(name)?.Description
        ?? Described(name)?.OneOf?.Select(choice => choice.Description).FirstOrDefault(text => text is not null)
        ?? name switch
        {
            "cursor" => "The nextCursor of the page before; leave it out for the first page.",
            "limit" => "How many rows at most.",
            _ => null,
        };

    private IOpenApiSchema? Described(string name) => request?.Properties?.TryGetValue(name, out var property) == true ? property : null;

    /// <summary>An enum is a component of its own, so that a client has one type for it.</summary>
    private IOpenApiSchema Named(Type type, OpenApiSchema schema)
    {
        if (type.IsEnum)
        {
            context.Document!.AddComponent(type.Name, schema);
            return new OpenApiSchemaReference(type.Name, context.Document);
        }

        return schema;
    }

    private IEnumerable<OpenApiParameter> Shared()
    {
        if (useCase.Verb == "POST")
        {
            yield return Header("Idempotency-Key", required: false, $"{useCase.Name}-1", 255,
                "Any text of your own. A retry with the same key and body within 24 hours gets the first answer, marked Idempotency-Replayed: true. Only for signed-in callers.");
        }

        if (useCase.RequiresIfMatch)
        {
            yield return Header("If-Match", required: true, "\"1\"", null, "The ETag of the version you saw. Another one is answered with 412, a missing one with 428.");
        }

        if (useCase.AcceptsIfMatch)
        {
            yield return Header("If-Match", required: false, "\"1\"", null, "The ETag of the version you read: where somebody changed it meanwhile, the answer is 412 and nothing happens.");
        }
    }

    private static OpenApiParameter Header(string name, bool required, string example, int? maxLength, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = required,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = maxLength },
        Example = JsonValue.Create(example),
    };
}
