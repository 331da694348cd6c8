using System.Security.Claims;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Foundation.Tenancy;

/// <summary>
/// Decides once per request who is asking. The token or cookie names an account or a client and at most one tenant;
/// everything else (membership, roles, admission, region keys, state) is read now, so that a removal holds at the next request.
/// </summary>
internal sealed class TenantResolution(RequestDelegate next)
{
    public const string TenantClaim = "tenant";

    public async Task InvokeAsync(HttpContext http, TenantContextAccessor accessor, TenantResolver resolver)
    {
        var isApi = http.Request.Path.StartsWithSegments("/v1");
        if (http.User.Identity?.IsAuthenticated != true)
        {
            // A bad token is not the same as no token: the caller believes to be somebody.
            if (isApi && http.Request.Headers.Authorization.Count > 0)
            {
                throw new ProblemException(Problems.Unauthenticated);
            }

            accessor.Set(TenantContext.Anonymous);
        }
        else if (await resolver.ResolveAsync(http.User, http.RequestAborted) is { } context)
        {
            accessor.Set(context);
        }
        else if (isApi)
        {
            throw new ProblemException(Problems.Unauthenticated);
        }
        else
        {
            // signed in for a membership that is gone: nobody, also for whoever asks for http.User
            http.User = new ClaimsPrincipal(new ClaimsIdentity());
            accessor.Set(TenantContext.Anonymous);
        }

        await next(http);
    }
}

/// <summary>From the claims of a verified principal to its context, as the database says now.</summary>
internal sealed class TenantResolver(TenantScopes scopes, TimeProvider clock)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <returns>Null where the account, membership, admission or tenant is gone.</returns>
    public Task<TenantContext?> ResolveAsync(ClaimsPrincipal user, CancellationToken cancellationToken) => ResolveAsync(
        user.FindFirstValue("sub"),
        user.FindFirstValue("client_id"),
        user.FindFirstValue(TenantResolution.TenantClaim),
        user.FindAll("scope").Concat(user.FindAll("oi_scp")).SelectMany(claim => claim.Value.Split(' ')).ToHashSet(StringComparer.Ordinal),
        cancellationToken);

    /// <param name="client">Null on the hub, where nobody acts for the person.</param>
    public async Task<TenantContext?> ResolveAsync(string? subject, string? client, string? tenant, IReadOnlySet<string> granted, CancellationToken cancellationToken)
    {
        if (client is not null && client == subject)
        {
            return (await OfAppAsync(client, cancellationToken))?.LimitedTo(client, granted);
        }

        if (!Guid.TryParse(subject, out var account))
        {
            return null;
        }

        var person = await OfPersonAsync(account, tenant, cancellationToken);
        return client is null || person is null ? person : await ThroughAsync(person, client, granted, cancellationToken);
    }

    /// <summary>A person who uses an app: her rights, limited to what the token was given and to what the app is admitted with.</summary>
    private async Task<TenantContext?> ThroughAsync(TenantContext person, string client, IReadOnlySet<string> granted, CancellationToken cancellationToken)
    {
        if (await IsOwnClientAsync(client, cancellationToken))
        {
            return person.LimitedTo(client, granted);
        }

        var app = await OfAppAsync(client, cancellationToken);
        return app?.Tenant?.Id is { } admittedBy && admittedBy == person.Tenant?.Id
            ? person.LimitedTo(client, granted).LimitedTo(client, app.Scopes!)
            : null;
    }

    /// <summary>Whether the client is one of the platform itself, such as its Swagger UI.</summary>
    public async Task<bool> IsOwnClientAsync(string client, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(TenantContext.Anonymous);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        return await db.Clients.AnyAsync(row => row.ClientId == client && row.TenantId == null, cancellationToken);
    }

    private async Task<TenantContext?> OfPersonAsync(Guid account, string? tenantId, CancellationToken cancellationToken)
    {
        var self = TenantContext.OfPerson(account);
        await using var scope = scopes.Open(self);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        if (!Guid.TryParse(tenantId, out var id))
        {
            return await db.Users.AnyAsync(user => user.Id == account, cancellationToken) ? self : null;
        }

        var today = Today;
        var found = await db.Members.AsNoTracking()
            .Where(member => member.AccountId == account && member.TenantId == id && (member.EndsOn == null || member.EndsOn >= today))
            .Join(db.Tenants.Include(tenant => tenant.RegionKeys), member => member.TenantId, tenant => tenant.Id, (member, tenant) => new { member, tenant })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null || found.tenant.State == TenantState.Closed
            ? null
            : TenantContext.OfMember(TenantInfo.Of(found.tenant, today), found.member);
    }

    /// <returns>The admitted app with all its scopes; null where the admission or its tenant is gone.</returns>
    public async Task<TenantContext?> OfAppAsync(string clientId, CancellationToken cancellationToken)
    {
        var tenant = await TenantOfAsync(clientId, cancellationToken);
        if (tenant is null || tenant.State == TenantState.Closed)
        {
            return null;
        }

        await using var scope = scopes.Open(TenantContext.OfTenant(tenant));
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var found = await db.AppAdmissions.AsNoTracking()
            .Where(admission => admission.ClientId == clientId && admission.RevokedAt == null)
            .Join(db.Apps, admission => admission.AppId, app => app.Id, (admission, app) => new { admission, app.Name })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : TenantContext.OfApp(tenant, found.admission, found.Name);
    }

    private async Task<TenantInfo?> TenantOfAsync(string clientId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.Open(TenantContext.Anonymous);
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var tenant = await db.Clients.AsNoTracking().Where(client => client.ClientId == clientId)
            .Join(db.Tenants, client => client.TenantId, tenant => (Guid?)tenant.Id, (_, tenant) => tenant)
            .Include(tenant => tenant.RegionKeys)
            .SingleOrDefaultAsync(cancellationToken);
        return tenant is null ? null : TenantInfo.Of(tenant, Today);
    }
}

internal static class TenancySetup
{
    public static WebApplicationBuilder AddTenancy(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TimeProvider, StoredClock>();
        builder.Services.AddScoped<TenantContextAccessor>();
        builder.Services.AddSingleton<TenantStore>();
        builder.Services.AddSingleton<TenantScopes>();
        builder.Services.AddSingleton<TenantResolver>();
        builder.Services.AddSingleton<Memberships>();
        return builder;
    }
}
