using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace KoKo.Platform.Tests.World;

/// <summary>The rooms that work with a database, without the areas and without serving anybody.</summary>
internal static class Rooms
{
    public static async Task<WebApplication> OpenAsync(IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection>? more = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.AddData().AddTenancy().AddPublishing().AddJobs();
        builder.Services.RemoveAll<IOutboxHandler>(); // those of the areas need more than these rooms
        more?.Invoke(builder.Services);
        var app = builder.Build();
        Assert.True(await app.DatabaseIsReadyAsync(Console.Error, TestContext.Current.CancellationToken));
        return app;
    }

    public static T Get<T>(this WebApplication app)
        where T : notnull => app.Services.GetRequiredService<T>();
}
