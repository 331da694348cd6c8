using System.Reflection;
using Microsoft.OpenApi;

namespace KoKo.Platform.Foundation.OpenApi;

/// <summary>
/// Brings the component schemas from what the serializer knows to what is true on the wire: requests without the members
/// of path and query, with the validators' rules, closed; answers with all their members, open for new ones; no orphans.
/// </summary>
internal sealed class SchemaFinish(OpenApiDocument document, ValidatorRules rules)
{
    private IDictionary<string, IOpenApiSchema> Schemas => document.Components!.Schemas!;

    public void Run(IReadOnlyList<UseCase> useCases)
    {
        foreach (var useCase in useCases.Where(useCase => useCase.BodyMembers.Count > 0))
        {
            KeepBodyOnly(useCase);
        }

        var requests = Reachable(Operations().Select(operation => operation.RequestBody?.Content?.Values.First().Schema));
        var answers = Reachable(Operations().SelectMany(operation => operation.Responses!.Values).SelectMany(response => response.Content?.Values ?? []).Select(media => media.Schema));
        var parameters = Reachable(Operations().SelectMany(operation => operation.Parameters ?? []).Select(parameter => parameter.Schema));
        foreach (var (name, schema) in Schemas.ToList())
        {
            if (!requests.Contains(name) && !answers.Contains(name) && !parameters.Contains(name))
            {
                Schemas.Remove(name);
            }
            else if (schema is OpenApiSchema { Properties: not null } found && !requests.Contains(name))
            {
                Open(found, name);
            }
        }

        foreach (var useCase in useCases.Where(useCase => useCase.BodyMembers.Count > 0))
        {
            Constrain(useCase);
        }
    }

    private static void Open(OpenApiSchema schema, string name)
    {
        schema.AdditionalPropertiesAllowed = true;
        schema.Required = name == "Problem" ? schema.Required : schema.Properties!.Keys.ToHashSet(StringComparer.Ordinal);
    }

    private void KeepBodyOnly(UseCase useCase)
    {
        if (ComponentOf(useCase.Definition.ReqDtoType) is not { } schema)
        {
            return;
        }

        var members = useCase.BodyMembers.Select(UseCase.NameOf).ToHashSet(StringComparer.Ordinal);
        foreach (var name in schema.Properties!.Keys.Where(name => !members.Contains(name)).ToList())
        {
            schema.Properties.Remove(name);
            schema.Required?.Remove(name);
        }
    }

    private void Constrain(UseCase useCase)
    {
        foreach (var name in Reachable([ComponentOf(useCase.Definition.ReqDtoType)]).Append(NameOf(useCase.Definition.ReqDtoType)))
        {
            if (name is null || !Schemas.TryGetValue(name, out var found) || found is not OpenApiSchema { Properties: not null } schema || SchemaTypes.Of(schema) is not { } type)
            {
                continue;
            }

            foreach (var member in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
            {
                if (schema.Properties.TryGetValue(UseCase.NameOf(member), out var property))
                {
                    rules.Apply(useCase.Definition, member, property);
                    Demand(schema, UseCase.NameOf(member), property, rules.IsRequired(useCase.Definition, member));
                }
            }
        }
    }

    // The serializer calls every constructor parameter without default required; what may be null may also be left out.
    private static void Demand(OpenApiSchema schema, string name, IOpenApiSchema property, bool demanded)
    {
        if (demanded)
        {
            (schema.Required ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);
        }
        else if (MayBeNull(property))
        {
            schema.Required?.Remove(name);
        }
    }

    private static bool MayBeNull(IOpenApiSchema schema) =>
        schema.Type?.HasFlag(JsonSchemaType.Null) == true || schema.OneOf?.Any(choice => choice.Type == JsonSchemaType.Null) == true;

    private OpenApiSchema? ComponentOf(Type type) => NameOf(type) is { } name ? Schemas[name] as OpenApiSchema : null;

    private string? NameOf(Type type) => Schemas.FirstOrDefault(schema => SchemaTypes.Of(schema.Value) == type).Key;

    private IEnumerable<OpenApiOperation> Operations() => document.Paths.Values.SelectMany(path => path.Operations!.Values);

    /// <summary>The names of all components that are reached from these schemas.</summary>
    private HashSet<string> Reachable(IEnumerable<IOpenApiSchema?> roots)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<IOpenApiSchema?>(roots);
        while (open.TryPop(out var schema))
        {
            if (schema is OpenApiSchemaReference { Reference.Id: { } id })
            {
                if (found.Add(id))
                {
                    open.Push(Schemas[id]);
                }
            }
            else if (schema is not null)
            {
                foreach (var inner in PartsOf(schema))
                {
                    open.Push(inner);
                }
            }
        }

        return found;
    }

    private static IEnumerable<IOpenApiSchema?> PartsOf(IOpenApiSchema schema) =>
        [.. schema.Properties?.Values ?? [], schema.Items, schema.AdditionalProperties, .. schema.AllOf ?? [], .. schema.OneOf ?? [], .. schema.AnyOf ?? []];
}
