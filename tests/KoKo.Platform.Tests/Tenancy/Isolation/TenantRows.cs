using System.Globalization;
using System.Reflection;
using System.Text.Json;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Limits;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Foundation.Text;
using KoKo.Platform.Tests.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>A row as text, with its values by property.</summary>
internal sealed record StoredRow(string Entity, IReadOnlyDictionary<string, object?> Values)
{
    public string Text { get; } = $"{Entity} {string.Join(' ', Values.Select(value => $"{value.Key}={JsonSerializer.Serialize(value.Value, Json.Stored)}"))}";
}

/// <summary>
/// Every row that is about a tenant or its person, of every table of the model, each read in the context of its owner.
/// A new entity is in it without being named here.
/// </summary>
internal sealed class TenantRows(PlatformWorld world, IReadOnlyList<Owner> owners)
{
    private static readonly MethodInfo Read = typeof(TenantRows).GetMethod(nameof(RowsAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    // It counts its owner's requests, and the owner asks in between, too. That another's do not count, QuotaTests shows.
    private static readonly Type[] Counters = [typeof(RequestCount)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Whether the table holds rows of somebody, and not of everybody.</summary>
    public static bool IsOwned(IEntityType type) => !type.ClrType.IsAssignableTo(typeof(IGlobal));

    public static IEnumerable<IEntityType> Entities(PlatformDb db) =>
        db.Model.GetEntityTypes().Where(type => type.ClrType.Assembly == typeof(PlatformDb).Assembly && !type.IsOwned() && !Counters.Contains(type.ClrType)).OrderBy(type => type.ClrType.Name, StringComparer.Ordinal);

    public async Task<IReadOnlyList<StoredRow>> ReadAsync()
    {
        var rows = new List<StoredRow>();
        foreach (var owner in owners)
        {
            await using var scope = await world.Services.GetRequiredService<TenantScopes>().OpenAsync(owner, Cancel);
            foreach (var type in Entities(scope.ServiceProvider.GetRequiredService<PlatformDb>()))
            {
                rows.AddRange(await (Task<List<StoredRow>>)Read.MakeGenericMethod(type.ClrType).Invoke(null, [scope.ServiceProvider, type, owner])!);
            }
        }

        return [.. rows.DistinctBy(row => row.Text).OrderBy(row => row.Text, StringComparer.Ordinal)];
    }

    private static async Task<List<StoredRow>> RowsAsync<TRow>(IServiceProvider services, IEntityType type, Owner owner)
        where TRow : class
    {
        if (QueryOf<TRow>(services, type, owner) is not { } query)
        {
            return [];
        }

        var properties = type.GetProperties().Where(property => property.PropertyInfo is not null).OrderBy(property => property.Name, StringComparer.Ordinal).ToList();
        var rows = (await query.AsNoTracking().ToListAsync(Cancel))
            .Select(row => new StoredRow(type.ClrType.Name, properties.ToDictionary(property => property.Name, property => property.PropertyInfo!.GetValue(row), StringComparer.Ordinal)));
        return [.. rows.Where(row => IsOwned(type) || row.Values.Values.Contains(owner.Id))];
    }

    private static IQueryable<TRow>? QueryOf<TRow>(IServiceProvider services, IEntityType type, Owner owner)
        where TRow : class
    {
        var db = services.GetRequiredService<PlatformDb>();
        var isTenant = owner.Kind == OwnerKind.Tenant;
        return typeof(TRow) switch
        {
            _ when typeof(TRow).IsAssignableTo(typeof(ITenantOwned)) => isTenant ? db.Set<TRow>() : null,
            _ when typeof(TRow).IsAssignableTo(typeof(IPersonOwned)) => isTenant ? null : db.Set<TRow>(),
            _ when typeof(TRow).IsAssignableTo(typeof(IReleased)) => Released<TRow>(services.GetRequiredService<Publisher>(), owner),
            _ when typeof(TRow).IsAssignableTo(typeof(IGlobal)) => type.GetProperties().Any(property => property.ClrType == typeof(Guid) || property.ClrType == typeof(Guid?)) ? db.Set<TRow>() : null,
            _ => db.Set<TRow>(),
        };
    }

    // Own asks for a released row, which only the type at hand can promise.
    private static IQueryable<TRow> Released<TRow>(Publisher publisher, Owner owner) =>
        (IQueryable<TRow>)typeof(Publisher).GetMethod(nameof(Publisher.Own))!.MakeGenericMethod(typeof(TRow)).Invoke(publisher, BindingFlags.Default, null, [owner], CultureInfo.InvariantCulture)!;
}
