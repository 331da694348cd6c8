using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KoKo.Platform.Tests.Tenancy;

/// <summary>Walls 1 and 2: every table has one owner class, and its keys begin with the owner.</summary>
public sealed class OwnershipModelTests(PlatformWorld world)
{
    private static readonly Type[] Classes = [typeof(ITenantOwned), typeof(IPersonOwned), typeof(IReleased), typeof(ITwoParty), typeof(IGlobal)];

    // Every global table, with what makes it harmless: a new one is a decision, not an accident.
    private static readonly Dictionary<string, string> Globals = new(StringComparer.Ordinal)
    {
        ["Account"] = "credentials of persons, read by Identity alone",
        ["App"] = "name of an application",
        ["Client"] = "client id to tenant",
        ["OutboxMessage"] = "ids of what is to be done",
        ["Region"] = "the public register of municipalities",
        ["ReleasedChange"] = "ids of what changed in the network plane",
        ["SigningKey"] = "keys of the token server, wrapped by a key outside the database",
        ["Tenant"] = "the public directory of tenants",
        ["TenantRegionKey"] = "region keys of the directory",
        ["Ticket"] = "hash of a one-time token to tenant and subject",
    };

    [Fact]
    public async Task Every_entity_says_whose_it_is()
    {
        var undecided = (await EntitiesAsync()).Where(type => Classes.Count(owner => type.ClrType.IsAssignableTo(owner)) != 1);

        Assert.Empty(undecided.Select(type => type.ClrType.Name));
    }

    [Fact]
    public async Task Every_global_table_is_on_the_list_with_its_reason()
    {
        var globals = (await EntitiesAsync()).Where(type => type.ClrType.IsAssignableTo(typeof(IGlobal))).Select(type => type.ClrType.Name);

        Assert.Equal(Globals.Keys.Order(StringComparer.Ordinal), globals.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_owned_table_has_its_filter()
    {
        var open = (await EntitiesAsync()).Where(type => !type.ClrType.IsAssignableTo(typeof(IGlobal)) && type.GetDeclaredQueryFilters().Count != 1);

        Assert.Empty(open.Select(type => type.ClrType.Name));
    }

    [Fact]
    public async Task Every_key_begins_with_the_owner()
    {
        var wrong =
            from type in await EntitiesAsync()
            let owner = OwnerOf(type.ClrType)
            where owner is not null
            from key in type.GetKeys().Select(key => key.Properties).Concat(type.GetIndexes().Where(index => index.IsUnique).Select(index => index.Properties))
            where key[0].Name != owner
            select $"{type.ClrType.Name}({string.Join(", ", key.Select(property => property.Name))})";

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_reference_between_owned_rows_carries_the_owner()
    {
        var wrong =
            from type in await EntitiesAsync()
            from reference in type.GetForeignKeys()
            let owner = OwnerOf(reference.PrincipalEntityType.ClrType)
            where owner is not null && (reference.PrincipalKey.Properties[0].Name != owner || reference.Properties[0].Name != OwnerOf(type.ClrType))
            select $"{type.ClrType.Name} -> {reference.PrincipalEntityType.ClrType.Name}";

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task No_id_is_made_by_the_database() =>
        Assert.Empty((await EntitiesAsync()).Select(type => type.FindProperty("Id")).Where(id => id?.ClrType == typeof(Guid) && id.ValueGenerated != ValueGenerated.Never).Select(id => id!.DeclaringType.Name));

    private Task<List<IEntityType>> EntitiesAsync() =>
        world.InsideAsync("duisburg", db => Task.FromResult(db.Model.GetEntityTypes().Where(type => type.ClrType.Assembly == typeof(PlatformDb).Assembly && !type.IsOwned()).ToList()));

    private static string? OwnerOf(Type type) => type switch
    {
        _ when type.IsAssignableTo(typeof(ITenantOwned)) => nameof(ITenantOwned.TenantId),
        _ when type.IsAssignableTo(typeof(IPersonOwned)) => nameof(IPersonOwned.AccountId),
        _ when type.IsAssignableTo(typeof(IReleased)) => nameof(IReleased.ItemId),
        _ when type.IsAssignableTo(typeof(ITwoParty)) => nameof(ITwoParty.OwnerId),
        _ => null,
    };
}
