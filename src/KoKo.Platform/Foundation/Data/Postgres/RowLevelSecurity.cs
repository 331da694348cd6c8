using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Foundation.Data.Postgres;

/// <param name="Command">What it is for: ALL or SELECT.</param>
/// <param name="Condition">Which rows; for those that are written, too.</param>
/// <param name="ForOwner">For the owner of the tables alone, who migrates; all others are for everybody.</param>
internal sealed record Policy(string Table, string Name, string Command, string Condition, bool ForOwner = false);

/// <summary>
/// Wall 4, the half in the database: what an entity says on its class line decides the policies of its table, like its
/// filter and its keys. Owners and parties read and write their own, holders of an audience and the person a row is about
/// read. A setting that is not there is nobody's: no row.
/// </summary>
internal static class RowLevelSecurity
{
    // in brackets of their own, the settings are read once per statement and not once per row
    private const string Tenant = "(SELECT nullif(current_setting('koko.tenant', true), '')::uuid)";
    private const string Account = "(SELECT nullif(current_setting('koko.account', true), '')::uuid)";
    private const string Audiences = "(SELECT string_to_array(coalesce(nullif(current_setting('koko.audiences', true), ''), 'public'), ','))::text[]";

    /// <summary>Every policy there has to be, and no other may be.</summary>
    public static IReadOnlyList<Policy> PoliciesOf(PlatformDb db) => [.. Guarded(db).SelectMany(table => PoliciesOf(table.Type, table.Name))];

    /// <summary>Every table of the model.</summary>
    public static IReadOnlyList<string> TablesOf(PlatformDb db) =>
        [.. db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What makes the database look like the model says; it can be run again and again.</summary>
    /// <param name="existing">The policies there are now.</param>
    public static string Script(PlatformDb db, string owner, string runtime, IEnumerable<(string Table, string Name)> existing)
    {
        var lines = existing.Select(policy => $"DROP POLICY {Quote(policy.Name)} ON {Quote(policy.Table)};")
            .Concat(Guarded(db).Select(table => $"ALTER TABLE {Quote(table.Name)} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;"))
            .Concat(PoliciesOf(db).Select(policy => Create(policy, owner)))
            .Concat(TablesOf(db).Select(table => $"GRANT SELECT, INSERT, UPDATE, DELETE ON {Quote(table)} TO {Quote(runtime)};"))
            .Append($"GRANT USAGE ON SCHEMA public TO {Quote(runtime)};")
            .Append($"GRANT SELECT ON \"__EFMigrationsHistory\" TO {Quote(runtime)};");
        return string.Join('\n', lines);
    }

    private static IEnumerable<(Type Type, string Name)> Guarded(PlatformDb db) => db.Model.GetEntityTypes()
        .Where(type => !type.IsOwned() && IsGuarded(type.ClrType))
        .Select(type => (type.ClrType, type.GetTableName()!))
        .OrderBy(table => table.Item2, StringComparer.Ordinal);

    private static bool IsGuarded(Type type) =>
        type.IsAssignableTo(typeof(ITenantOwned)) || type.IsAssignableTo(typeof(IPersonOwned)) || type.IsAssignableTo(typeof(IReleased)) || type.IsAssignableTo(typeof(ITwoParty));

    private static IEnumerable<Policy> PoliciesOf(Type type, string table)
    {
        yield return new Policy(table, "migrations", "ALL", "true", ForOwner: true);
        if (type.IsAssignableTo(typeof(ITenantOwned)))
        {
            yield return new Policy(table, "owner", "ALL", $"tenant_id = {Tenant}");
        }

        if (type.IsAssignableTo(typeof(IReadableByPerson)))
        {
            yield return new Policy(table, "person", "SELECT", $"account_id = {Account}");
        }

        if (type.IsAssignableTo(typeof(IPersonOwned)))
        {
            yield return new Policy(table, "owner", "ALL", $"account_id = {Account}");
        }

        if (type.IsAssignableTo(typeof(ITwoParty)))
        {
            yield return new Policy(table, "parties", "ALL", $"owner_id IN ({Tenant}, {Account}) OR party_id IN ({Tenant}, {Account})");
        }

        if (type.IsAssignableTo(typeof(IReleased)))
        {
            yield return new Policy(table, "owner", "ALL", $"publisher_id IN ({Tenant}, {Account})");
            yield return new Policy(table, "audience", "SELECT", $"audience = ANY ({Audiences})");
        }
    }

    private static string Create(Policy policy, string owner) =>
        $"CREATE POLICY {Quote(policy.Name)} ON {Quote(policy.Table)} FOR {policy.Command} TO {(policy.ForOwner ? Quote(owner) : "PUBLIC")} USING ({policy.Condition});";

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
