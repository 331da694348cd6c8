using System.Collections.Concurrent;
using KoKo.Platform.Demo;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.Contract;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>
/// A platform of its own with the tenants A, who tries, and B, of whom A must learn nothing: both with a row of every
/// kind. Nobody else works there, so that an answer differs from its oracle only where it tells something.
/// </summary>
public sealed class IsolationWorld : IAsyncLifetime
{
    private HttpClient? http;

    internal PlatformWorld Platform { get; } = new();

    internal IsolatedTenant A { get; private set; } = null!;

    internal IsolatedTenant B { get; private set; } = null!;

    internal ForeignRows Foreign { get; private set; } = null!;

    internal ApiDocument Document { get; private set; } = null!;

    internal OperationPlaces Places { get; private set; } = null!;

    /// <summary>All by which A's own rows can be asked for.</summary>
    internal IReadOnlyList<Identifier> OwnIdentifiers { get; private set; } = [];

    /// <summary>What A sent of B's in bodies, such as a mail address it invited: it reads that again in its own rows.</summary>
    internal ConcurrentDictionary<string, byte> WrittenByA { get; } = new(StringComparer.OrdinalIgnoreCase);

    public async ValueTask InitializeAsync()
    {
        await Platform.InitializeAsync();
        if (!TestDatabase.IsThere)
        {
            return; // each test says why it is skipped
        }

        await Platform.AppAsync(DemoTenants.Office);
        A = await TenantStory.TellAsync(Platform, "ALPHACANARY", "ALPHASHARED", "Alphastadt", "01999101");
        B = await TenantStory.TellAsync(Platform, "BETACANARY", "BETASHARED", "Betastadt", "03999101");
        await SettleAsync();
        OwnIdentifiers = (await ForeignRows.ReadAsync(Platform, A)).Identifiers;
        Foreign = await ForeignRows.ReadAsync(Platform, B);
        Document = await ApiDocument.ServedAsync(Platform);
        Places = new OperationPlaces(this);
    }

    public async ValueTask DisposeAsync()
    {
        http?.Dispose();
        await Platform.DisposeAsync();
        if (Environment.GetEnvironmentVariable("KOKO_TEST_ISOLATION_RECORD") is { Length: > 0 } file)
        {
            await File.WriteAllLinesAsync(file, IsolationRecord.All.Select(count => count.ToString()));
        }
    }

    internal async Task<Answer> SendAsync(ProbeCall call, string? token)
    {
        using var request = call.ToRequest(token);
        using var answer = await (http ??= Platform.Http()).SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(answer);
    }

    /// <summary>Until nothing is due any more and the index knows everything.</summary>
    internal async Task SettleAsync()
    {
        while (await IsSomethingDueAsync())
        {
            await Platform.Services.GetRequiredService<OutboxWorker>().DrainAsync(TestContext.Current.CancellationToken);
        }

        await Platform.Services.GetRequiredService<SearchIndexer>().CatchUpAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Says where a row of B, what is queued for B or a mail to B is not what it was in the beginning.</summary>
    internal async Task<IReadOnlyList<string>> ChangesOfBAsync()
    {
        var now = (await ForeignRows.ReadAsync(Platform, B)).Lines;
        return [.. now.Except(Foreign.Lines).Select(line => $"B has now {line}"), .. Foreign.Lines.Except(now).Select(line => $"B has no more {line}")];
    }

    private async Task<bool> IsSomethingDueAsync()
    {
        await using var scope = Platform.Services.GetRequiredService<TenantScopes>().Open(TenantContext.Anonymous);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        return await db.OutboxMessages.AnyAsync(message => message.DueAt <= now, TestContext.Current.CancellationToken);
    }
}

[CollectionDefinition(Name)]
public sealed class IsolationProof : ICollectionFixture<IsolationWorld>
{
    public const string Name = "Isolation";
}
