namespace KoKo.Platform.Foundation.Tenancy;

/// <summary>A row of the tenant plane: its keys begin with <see cref="TenantId"/>.</summary>
internal interface ITenantOwned
{
    Guid TenantId { get; }
}

/// <summary>A tenant's row that the person it is about may read without the tenant: my memberships.</summary>
internal interface IReadableByPerson : ITenantOwned
{
    Guid AccountId { get; }
}

/// <summary>A row of the person plane: its keys begin with <see cref="AccountId"/>.</summary>
internal interface IPersonOwned
{
    Guid AccountId { get; }
}

/// <summary>A row of the network plane, keyed by (item id, audience); written by <c>Foundation/Publishing</c> alone.</summary>
internal interface IReleased
{
    Guid ItemId { get; }

    string Audience { get; }

    /// <summary>Audiences of the same item that see more: whoever holds one of them does not see this row.</summary>
    IReadOnlyList<string> ShadowedBy { get; }

    /// <summary>The tenant or, for a mediator's listing, the account that released it.</summary>
    Guid PublisherId { get; }
}

/// <summary>A released row that knows since when its audience has had the item: what is new to a reader is not what was published last.</summary>
internal interface IDatedRelease : IReleased
{
    /// <summary>Given by <c>Foundation/Publishing</c>; it stays while the item is published again, and begins anew after a withdrawal.</summary>
    DateTime VisibleSince { get; }
}

/// <summary>A record with two sides; each id is a tenant's or an account's, and both sides read it.</summary>
internal interface ITwoParty
{
    /// <summary>Whose resource it is about: a conference's tenant, a mediator's account. Keys begin with it.</summary>
    Guid OwnerId { get; }

    /// <summary>Who asked for it.</summary>
    Guid PartyId { get; }
}

/// <summary>No content of a tenant or person: the directory of tenants, lookup tables, logs of ids.</summary>
internal interface IGlobal;
