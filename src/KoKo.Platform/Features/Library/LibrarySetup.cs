namespace KoKo.Platform.Features.Library;

internal static class LibrarySetup
{
    public static WebApplicationBuilder AddLibrary(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<PracticePublisher>();
        builder.Services.AddSingleton<OverdueReviews>();
        builder.Services.AddHostedService(services => services.GetRequiredService<OverdueReviews>());
        return builder;
    }
}
