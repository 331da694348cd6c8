using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>Work that names a row of B and runs in A's context, as the worker would run it: it finds nothing and tells nobody.</summary>
[Collection(IsolationProof.Name)]
public sealed class JobIsolationTests(IsolationWorld isolation)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Handlers =>
        [.. typeof(IOutboxHandler).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IOutboxHandler))).Select(type => type.Name).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task A_job_of_A_about_a_row_of_B_tells_nothing_and_changes_nothing(string handler)
    {
        await isolation.SettleAsync();
        var (before, own) = (Mails(), await OwnLinesAsync());
        foreach (var owner in isolation.A.Owners)
        {
            foreach (var subject in isolation.Foreign.Identifiers.Where(identifier => identifier.Shape == Shape.Id))
            {
                await RunAsync(handler, owner, Guid.Parse(subject.Value));
                IsolationRecord.Count("jobs", handler, subject.Value, owner.Kind == OwnerKind.Tenant ? "tenant" : "person");
            }
        }

        Assert.DoesNotContain(Mails().Except(before), mail => mail.Value.Contains(isolation.B.Canary, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain((await OwnLinesAsync()).Except(own), line => line.Contains(isolation.B.Canary, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(await isolation.ChangesOfBAsync());
    }

    // a handler that does not find its subject may throw: the worker puts the message back
    private async Task RunAsync(string handler, Owner owner, Guid subject)
    {
        await using var scope = await isolation.Platform.Services.GetRequiredService<TenantScopes>().OpenAsync(owner, Cancel);
        var known = scope.ServiceProvider.GetServices<IOutboxHandler>().Single(known => known.GetType().Name == handler);
        await Record.ExceptionAsync(() => known.HandleAsync(new OutboxMessage(owner.Kind, owner.Id, known.Kind, subject, DateTime.UnixEpoch), Cancel));
    }

    private async Task<IReadOnlyList<string>> OwnLinesAsync() => (await ForeignRows.ReadAsync(isolation.Platform, isolation.A)).Lines;

    private Dictionary<string, string> Mails() => Directory.EnumerateFiles(isolation.Platform.MailFolder, "*.eml").ToDictionary(file => file, File.ReadAllText);
}
