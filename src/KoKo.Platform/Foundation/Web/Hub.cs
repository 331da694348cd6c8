using System.Globalization;
using Microsoft.AspNetCore.StaticFiles;

namespace KoKo.Platform.Foundation.Web;

/// <summary>The hub in the pipeline: UseHub before routing, MapHub after everything that decides who is asking.</summary>
internal static class Hub
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static IServiceCollection AddHub(this IServiceCollection services)
    {
        services.AddOptions<HubOptions>().BindConfiguration(HubOptions.Section);
        services.AddSingleton<Stylesheets>();
        services.AddHttpContextAccessor();
        services.AddCascadingValue(provider =>
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.HubCaller ?? HubCaller.Anonymous);
        services.AddRazorComponents();
        services.AddResponseCompression(options =>
        {
            // styles only: compressing pages that carry secrets would reveal them by their length
            options.EnableForHttps = true;
            options.MimeTypes = ["text/css"];
        });
        return services;
    }

    public static WebApplication UseHub(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.Use(SpeakGerman);
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = KeepVersioned });
        return app;
    }

    public static WebApplication MapHub(this WebApplication app)
    {
        app.Use(TenantForms.CheckAsync);
        app.MapRazorComponents<HubRoot>();
        return app;
    }

    private static Task SpeakGerman(HttpContext context, RequestDelegate next)
    {
        if (context.IsHub)
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = German;
        }

        return next(context);
    }

    private static void KeepVersioned(StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v")
            ? "public, max-age=31536000, immutable"
            : "public, max-age=3600";
}
