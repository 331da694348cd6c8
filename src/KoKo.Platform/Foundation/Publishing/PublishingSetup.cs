namespace KoKo.Platform.Foundation.Publishing;

internal static class PublishingSetup
{
    public static WebApplicationBuilder AddPublishing(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<Publisher>();
        builder.Services.AddScoped<OwnerContext>();
        builder.Services.AddSingleton<ReleasedLog>();
        return builder;
    }
}
