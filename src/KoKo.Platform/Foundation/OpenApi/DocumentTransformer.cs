using KoKo.Platform.Foundation.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KoKo.Platform.Foundation.OpenApi;

/// <summary>Finishes the document: what it is, how to sign in, schemas as they are sent and received, everything sorted.</summary>
internal sealed class DocumentTransformer(ValidatorRules rules) : IOpenApiDocumentTransformer
{
    public const string Title = "KoKo Platform";

    /// <summary>The version of the contract (semver); CHANGELOG.md beside the document has an entry for each.</summary>
    public const string ContractVersion = "0.1.0";

    public async Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var useCases = context.DescriptionGroups.SelectMany(group => group.Items).Select(UseCase.Find).OfType<UseCase>().ToList();
        document.Servers = [];
        document.Info = Info();
        document.Tags = Tags(useCases);
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal) { [OperationRights.Scheme] = SignIn() };
        document.AddComponent("Problem", await ProblemAsync(document, context, cancellationToken));
        new SchemaFinish(document, rules).Run(useCases);
        Sort(document);
    }

    /// <summary>A refusal leaves out what it does not have, unlike every other answer.</summary>
    private static async Task<OpenApiSchema> ProblemAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.AddComponent("ProblemError", await context.GetOrCreateSchemaAsync(typeof(ProblemError), null, cancellationToken));
        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemAnswer), null, cancellationToken);
        foreach (var name in problem.Properties!.Keys.Except(["type", "title", "status", "code"]))
        {
            problem.Required!.Remove(name);
        }

        ((OpenApiSchema)problem.Properties["errors"]).Type = JsonSchemaType.Array;
        ((OpenApiSchema)problem.Properties["errors"]).Items = new OpenApiSchemaReference("ProblemError", document);
        ((OpenApiSchema)problem.Properties["traceId"]).Type = JsonSchemaType.String;
        return problem;
    }

    private static OpenApiInfo Info() => new()
    {
        Title = Title,
        Version = ContractVersion,
        Description =
            """
            Municipal conflict management, shared: practices that worked, trained mediators, network conferences.

            The same API serves the hub's pages and third-party apps. An app belongs to a tenant (a Kommune, an association, a Kreis, a Land or the
            network's office); its token decides the tenant, never a parameter. What belongs to another tenant is 404, as if it did not exist.

            - Sign-in is OAuth 2: client credentials for apps, authorization code with PKCE for people.
            - Refusals are `application/problem+json` with a stable `code` and all broken rules at once, titles in German or English by `Accept-Language`.
            - Lists are paged by `limit` and an opaque `cursor`. Times are UTC instants.
            - A tenant has a quota per minute: `RateLimit-*` on every answer, `429` with `Retry-After` when it is used up.
            - `ETag` and `If-Match` protect what two people edit; `Idempotency-Key` makes a POST safe to repeat.
            - Every example succeeds once on a freshly seeded demo instance when `x-example-caller` sends it.

            openapi/README.md in the repository is the guide for integrators, openapi/CHANGELOG.md names every change.
            """,
        Contact = new OpenApiContact { Name = "KoKo Platform", Url = new Uri("https://koko-platform.example/") },
        License = new OpenApiLicense { Name = "EUPL-1.2", Identifier = "EUPL-1.2" },
    };

    private static HashSet<OpenApiTag> Tags(IEnumerable<UseCase> useCases) =>
        [.. useCases.Select(useCase => useCase.Area).Distinct().Order(StringComparer.Ordinal).Select(area => new OpenApiTag { Name = area, Description = AreaTags.Descriptions.GetValueOrDefault(area) })];

    private static OpenApiSecurityScheme SignIn()
    {
        var token = new Uri("/connect/token", UriKind.Relative);
        var scopes = Identity.Scope.Descriptions.ToDictionary(StringComparer.Ordinal);
        return new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.OAuth2,
            Description = "The scopes of a token are what the tenant admitted the app for, or less if the token request asked for less.",
            Flows = new OpenApiOAuthFlows
            {
                ClientCredentials = new OpenApiOAuthFlow { TokenUrl = token, Scopes = scopes },
                AuthorizationCode = new OpenApiOAuthFlow
                {
                    AuthorizationUrl = new Uri("/connect/authorize", UriKind.Relative),
                    TokenUrl = token,
                    RefreshUrl = token,
                    Scopes = scopes,
                },
            },
        };
    }

    private static void Sort(OpenApiDocument document)
    {
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths.OrderBy(path => path.Key, StringComparer.Ordinal))
        {
            if (item is OpenApiPathItem { Operations: { } operations } found)
            {
                found.Operations = operations.OrderBy(operation => operation.Key.Method, StringComparer.Ordinal).ToDictionary();
            }

            paths[path] = item;
        }

        document.Paths = paths;
        document.Components!.Responses = document.Components.Responses!.OrderBy(response => response.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        document.Components.Schemas = document.Components.Schemas!.OrderBy(schema => schema.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }
}
