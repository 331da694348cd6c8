using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KoKo.Platform.Foundation.OpenApi;

internal static class OpenApiSetup
{
    public const string DocumentName = "v1";
    public const string DocumentPath = "/openapi/v1.json";
    public const OpenApiSpecVersion Version = OpenApiSpecVersion.OpenApi3_1;

    public static WebApplicationBuilder AddOpenApiDocument(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ExampleBook>();
        builder.Services.AddSingleton<ValidatorRules>();
        builder.Services.AddOpenApi(DocumentName, options =>
        {
            options.OpenApiVersion = Version;
            options.ShouldInclude = description => UseCase.Find(description) is not null;
            options.CreateSchemaReferenceId = info => SchemaTypes.NameOf(info.Type) ?? OpenApiOptions.CreateDefaultSchemaReferenceId(info);
            options.AddSchemaTransformer<SchemaTypes>();
            options.AddOperationTransformer<OperationTransformer>();
            options.AddDocumentTransformer<DocumentTransformer>();
        });
        return builder;
    }

    public static WebApplication MapOpenApiDocument(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.UseSwaggerUi(settings =>
        {
            settings.Path = "/swagger";
            settings.DocumentPath = DocumentPath;
            settings.DocumentTitle = DocumentTransformer.Title;
            settings.OAuth2Client = new NSwag.AspNetCore.OAuth2ClientSettings
            {
                ClientId = "koko-swagger",
                AppName = DocumentTransformer.Title,
                UsePkceWithAuthorizationCodeGrant = true,
            };
        });
        return app;
    }
}
