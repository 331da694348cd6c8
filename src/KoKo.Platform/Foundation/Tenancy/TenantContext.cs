using KoKo.Platform.Foundation.Publishing;

namespace KoKo.Platform.Foundation.Tenancy;

/// <summary>The tenant as the rest of the code sees it.</summary>
internal sealed record TenantInfo(
    Guid Id,
    string Identifier,
    string Name,
    TenantKind Kind,
    TenantState State,
    bool FourEyesRelease,
    IReadOnlyList<string> RegionKeys)
{
    public static TenantInfo Of(Tenant tenant, DateOnly today) => new(
        tenant.Id,
        tenant.Slug,
        tenant.Name,
        tenant.Kind,
        tenant.State,
        tenant.FourEyesRelease,
        [.. tenant.RegionKeys.Where(key => key.ValidFrom <= today && (key.ValidTo is null || key.ValidTo >= today)).Select(key => key.Key)]);
}

/// <summary>
/// Who is asking, read from the database for this request or job: at most one tenant, at most one account,
/// at most one app. It never changes once it is set.
/// </summary>
internal sealed record TenantContext
{
    private TenantContext(TenantInfo? tenant, Guid? accountId) =>
        (Tenant, AccountId, Audiences) = (tenant, accountId, Audiences.Of(tenant));

    public static TenantContext Anonymous { get; } = new(null, null);

    public TenantInfo? Tenant { get; }

    public Guid? AccountId { get; }

    public Audiences Audiences { get; }

    public string? ClientId { get; private init; }

    public Roles Roles { get; private init; }

    /// <summary>Null on the hub: a cookie carries the person's whole rights; a token carries scopes.</summary>
    public IReadOnlySet<string>? Scopes { get; private init; }

    public bool MayReleaseOwnSubmissions { get; private init; }

    public string DisplayName { get; private init; } = "";

    public bool IsSignedIn => AccountId is not null || ClientId is not null;

    public bool IsApp => ClientId is not null && AccountId is null;

    /// <summary>The id that audit trails and submissions name: the person, or the client of an app.</summary>
    public string Actor => AccountId?.ToString() ?? ClientId ?? "anonymous";

    public static TenantContext OfTenant(TenantInfo tenant) => new(tenant, null);

    public static TenantContext OfPerson(Guid accountId) => new(null, accountId);

    public static TenantContext OfMember(TenantInfo tenant, Member member) =>
        new(tenant, member.AccountId) { Roles = member.Roles, DisplayName = member.Name };

    public static TenantContext OfApp(TenantInfo tenant, AppAdmission admission, string name) =>
        new(tenant, null)
        {
            ClientId = admission.ClientId,
            Scopes = admission.Scopes.ToHashSet(StringComparer.Ordinal),
            MayReleaseOwnSubmissions = admission.MayReleaseOwnSubmissions,
            DisplayName = name,
        };

    /// <summary>The same principal, limited to what the token was given.</summary>
    public TenantContext LimitedTo(string? clientId, IReadOnlySet<string> scopes) => this with
    {
        ClientId = clientId ?? ClientId,
        Scopes = Scopes is null ? scopes : Scopes.Where(scopes.Contains).ToHashSet(StringComparer.Ordinal),
    };
}
