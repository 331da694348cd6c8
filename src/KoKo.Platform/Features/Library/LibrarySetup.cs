namespace KoKo.Platform.Features.Library;

internal static class LibrarySetup
{
    public static WebApplicationBuilder AddLibrary(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<PracticePublisher>();
        return builder;
    }
}
