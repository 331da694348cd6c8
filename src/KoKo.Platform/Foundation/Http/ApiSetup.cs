using System.Globalization;
using FastEndpoints;
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Text;
using Microsoft.AspNetCore.Localization;

namespace KoKo.Platform.Foundation.Http;

internal static class ApiSetup
{
    private static readonly CultureInfo[] Languages = [new("de-DE"), new("en")];

    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = RequestBody.MaxBytes);
        builder.Services.AddFastEndpoints();
        FluentValidation.ValidatorOptions.Global.LanguageManager = new RuleWords();
        builder.Services.AddExceptionHandler<ProblemHandling>();
        builder.Services.AddProblemDetails();
        builder.Services.AddDataProtection();
        builder.Services.AddScoped<Cursors>();
        builder.Services.ConfigureHttpJsonOptions(json => Json.BeStrict(json.SerializerOptions));
        builder.Services.AddRequestLocalization(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Languages[0]);
            options.SupportedCultures = [Languages[0]];
            options.SupportedUICultures = Languages;
            options.RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()];
        });
        return builder;
    }

    public static WebApplication MapApi(this WebApplication app)
    {
        app.UseFastEndpoints(config =>
        {
            config.Endpoints.RoutePrefix = "v1";
            config.Endpoints.ShortNames = true;
            config.Endpoints.Configurator = Configure;
            config.Errors.StatusCode = StatusCodes.Status422UnprocessableEntity;
            config.Errors.ContentType = ProblemAnswer.ContentType;
            config.Errors.ResponseBuilder = (failures, _, _) =>
                ProblemAnswer.Of(Problems.InvalidInput, [.. failures.Select(RequestBody.ErrorOf)]);
            config.Binding.UsePropertyNamingPolicy = true;
            config.Binding.FailureMessage = (type, _, _) => RuleWords.Expected(type);
            config.Serializer.RequestDeserializer = RequestBody.ReadAsync;
            Json.BeStrict(config.Serializer.Options);
        });
        return app;
    }

    public static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/v1");

    /// <summary>Bare status codes of the framework get the body of their problem; only under /v1, the hub has pages.</summary>
    public static Task WriteBareStatusAsync(Microsoft.AspNetCore.Diagnostics.StatusCodeContext context) =>
        ProblemAnswer.WriteAsync(context.HttpContext, Problems.OfStatus(context.HttpContext.Response.StatusCode));

    // An operation says nothing about rights: its row in the access table does, and a missing row stops the start.
    // AccessCheck asks that table for every operation, so that the framework's own policies stay out of it.
    private static void Configure(EndpointDefinition endpoint)
    {
        if (!AccessTable.Rules.ContainsKey(endpoint.EndpointType.Name))
        {
            throw new InvalidOperationException($"{endpoint.EndpointType.Name} has no row in AccessTable.");
        }

        endpoint.AllowAnonymous();
        endpoint.PreProcessor<StorableText>(Order.Before);
        endpoint.DontAutoTag();
    }
}
