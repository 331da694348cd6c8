using KoKo.Platform.Foundation.Regions;

namespace KoKo.Platform.Foundation.Tenancy;

/// <summary>A Kommune, association, Kreis or Land, the network's office or a training provider.</summary>
internal sealed class Tenant : IGlobal
{
    private Tenant()
    {
    }

    public Tenant(string slug, string name, TenantKind kind, DateTime createdAt, Guid? id = null)
    {
        Id = id ?? Guid.NewGuid();
        Slug = slug;
        Name = name;
        Kind = kind;
        State = TenantState.Active;
        CreatedAt = createdAt;
    }

    public Guid Id { get; private set; }

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public TenantKind Kind { get; private set; }

    public TenantState State { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>On by default: nobody releases what she submitted.</summary>
    public bool FourEyesRelease { get; private set; } = true;

    public List<TenantRegionKey> RegionKeys { get; private set; } = [];

    public int Version { get; private set; } = 1;

    public void AddRegionKey(RegionKey key, DateOnly validFrom) =>
        RegionKeys.Add(new TenantRegionKey(Id, key.Value, validFrom));

    public void Change(string name, bool fourEyesRelease)
    {
        Name = name;
        FourEyesRelease = fourEyesRelease;
        Version++;
    }
}

/// <summary>A region key is an attribute with history, never the identity: Kommunen merge and change their Kreis.</summary>
internal sealed class TenantRegionKey(Guid tenantId, string key, DateOnly validFrom) : IGlobal
{
    public Guid TenantId { get; private set; } = tenantId;

    public string Key { get; private set; } = key;

    public DateOnly ValidFrom { get; private set; } = validFrom;

    public DateOnly? ValidTo { get; private set; }
}

/// <summary>What a tenant is.</summary>
public enum TenantKind
{
    Municipality,
    Association,
    District,
    Land,
    Office,
    Provider,
}

/// <summary>Where a tenant stands in its life.</summary>
public enum TenantState
{
    Onboarding,
    Active,
    Suspended,
    Closing,
    Closed,
}
