namespace KoKo.Platform.Foundation.Tenancy;

/// <summary>An application of a third party; it belongs to nobody and holds no rights by itself.</summary>
internal sealed class App(Guid id, string name, string? homepage) : IGlobal
{
    public Guid Id { get; private set; } = id;

    public string Name { get; private set; } = name;

    public string? Homepage { get; private set; } = homepage;
}

/// <summary>A tenant's admission of an app: its own client id and the scopes it may use here.</summary>
internal sealed class AppAdmission : ITenantOwned
{
    private AppAdmission()
    {
    }

    public AppAdmission(Guid tenantId, Guid appId, string clientId, IEnumerable<string> scopes, DateTime admittedAt, bool mayReleaseOwnSubmissions = false)
    {
        TenantId = tenantId;
        AppId = appId;
        ClientId = clientId;
        Scopes = [.. scopes];
        AdmittedAt = admittedAt;
        MayReleaseOwnSubmissions = mayReleaseOwnSubmissions;
    }

    public Guid TenantId { get; private set; }

    public Guid AppId { get; private set; }

    public string ClientId { get; private set; } = "";

    public List<string> Scopes { get; private set; } = [];

    public DateTime AdmittedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    /// <summary>An app has no second pair of eyes; the demo apps may release what they submitted.</summary>
    public bool MayReleaseOwnSubmissions { get; private set; }

    public void Revoke(DateTime at) => RevokedAt ??= at;
}

/// <summary>
/// Lookup without content: which tenant a client id belongs to, readable before any tenant is known. Without a tenant it
/// is a client of the platform itself, where the person chooses among her memberships.
/// </summary>
internal sealed class Client(string clientId, Guid? tenantId) : IGlobal
{
    public string ClientId { get; private set; } = clientId;

    public Guid? TenantId { get; private set; } = tenantId;
}
