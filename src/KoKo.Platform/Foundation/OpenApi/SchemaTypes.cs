using KoKo.Platform.Foundation.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KoKo.Platform.Foundation.OpenApi;

/// <summary>Notes on each schema which type it describes: the document transformer works on whole components and needs to know.</summary>
internal sealed class SchemaTypes : IOpenApiSchemaTransformer
{
    private const string Key = "koko-type";

    /// <summary>The name in the document where it is not the type's own.</summary>
    public static string? NameOf(Type type) => type == typeof(ProblemAnswer) ? "Problem" : null;

    public static Type? Of(IOpenApiSchema schema) =>
        (schema as OpenApiSchema)?.Metadata?.TryGetValue(Key, out var type) == true ? (Type)type : null;

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        (schema.Metadata ??= new Dictionary<string, object>(StringComparer.Ordinal))[Key] = type;
        if (type == typeof(DateTime))
        {
            schema.Type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) is null ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "date-time";
        }

        if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. schema.Enum?.Where(code => code is not null) ?? []];
        }

        return Task.CompletedTask;
    }
}
