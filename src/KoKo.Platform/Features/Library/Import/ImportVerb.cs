using KoKo.Platform.Foundation.Commands;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Library.Import;

/// <summary>
/// <c>import FILE.jsonl</c>: loads guides of another collection into the office's library and publishes them. The whole file
/// is looked at first; a file with a fault changes nothing. Called again it changes what changed and leaves the rest, so
/// that an interrupted import goes on.
/// </summary>
internal sealed class ImportVerb : IVerb
{
    public string Name => "import";

    public string Usage => "FILE.jsonl[.gz]";

    public async Task<int> RunAsync(WebApplication app, IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        if (arguments is not [var path])
        {
            return await Verbs.NotUnderstoodAsync(this, output);
        }

        if (!await app.DatabaseIsReadyAsync(output, cancellationToken))
        {
            return Verbs.Refused;
        }

        try
        {
            return await RunAsync(app.Services, new ImportFile(path), output, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or System.Text.DecoderFallbackException)
        {
            await output.WriteLineAsync($"{path} cannot be read: {exception.Message} Nothing was changed by what cannot be read.");
            return Verbs.Refused;
        }
    }

    internal static async Task<int> RunAsync(IServiceProvider services, ImportFile file, TextWriter output, CancellationToken cancellationToken)
    {
        if (await file.FaultsAsync(cancellationToken) is { Count: > 0 } faults)
        {
            await output.WriteLineAsync($"Nothing was imported:\n  {string.Join("\n  ", faults)}");
            return Verbs.Refused;
        }

        if (await OfficeAsync(services, cancellationToken) is not { } office)
        {
            await output.WriteLineAsync("This installation has no office yet: start it with create-network.");
            return Verbs.Refused;
        }

        var counts = await new GuideImport(services, office).RunAsync(file.GuidesAsync(cancellationToken), cancellationToken);
        await output.WriteLineAsync($"{counts.Added} added, {counts.Changed} changed, {counts.Unchanged} as they were. The search has them within seconds, or as soon as the platform runs.");
        return Verbs.Done;
    }

    private static async Task<TenantInfo?> OfficeAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.GetRequiredService<TenantScopes>().Open(TenantContext.Anonymous);
        var office = await scope.ServiceProvider.GetRequiredService<PlatformDb>().FindOfficeAsync(cancellationToken);
        return office is null ? null : TenantInfo.Of(office, DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime));
    }
}
