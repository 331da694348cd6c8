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
