using KoKo.Platform.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Foundation.Tenancy;

/// <summary>Whose context a job or a publisher's work runs in.</summary>
internal enum OwnerKind
{
    Tenant,
    Person,
}

/// <summary>A tenant or a person.</summary>
internal readonly record struct Owner(OwnerKind Kind, Guid Id);

/// <summary>Opens a service scope in the context of one owner: for jobs, indexers, seeding and owner contexts.</summary>
internal sealed class TenantScopes(IServiceScopeFactory scopes, TenantStore store)
{
    public async Task<AsyncServiceScope> OpenAsync(Owner owner, CancellationToken cancellationToken) =>
        owner.Kind == OwnerKind.Person
            ? Open(TenantContext.OfPerson(owner.Id))
            : Open(TenantContext.OfTenant(await store.FindAsync(owner.Id, cancellationToken) ?? throw new TenantNotSetException()));

    public AsyncServiceScope Open(TenantContext context)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContextAccessor>().Set(context);
        return scope;
    }

    /// <summary>The one way to work on every tenant: a loop that opens one context per tenant, for the stated reason.</summary>
    public async IAsyncEnumerable<AsyncServiceScope> AcrossTenants(
        string why,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(why);
        foreach (var tenant in await store.ListAsync(cancellationToken))
        {
            await using var scope = Open(TenantContext.OfTenant(tenant));
            yield return scope;
        }
    }
}

/// <summary>Reads tenants, which are global, in a context of its own.</summary>
internal sealed class TenantStore(IServiceScopeFactory scopes, TimeProvider clock)
{
    public async Task<TenantInfo?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var tenant = await Tenants(scope).SingleOrDefaultAsync(tenant => tenant.Id == id, cancellationToken);
        return tenant is null ? null : TenantInfo.Of(tenant, Today);
    }

    public async Task<IReadOnlyList<TenantInfo>> ListAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var tenants = await Tenants(scope).OrderBy(tenant => tenant.Slug).ToListAsync(cancellationToken);
        return [.. tenants.Select(tenant => TenantInfo.Of(tenant, Today))];
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private static IQueryable<Tenant> Tenants(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<PlatformDb>().Tenants.AsNoTracking().Include(tenant => tenant.RegionKeys);
}
