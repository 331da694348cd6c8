#pragma warning disable RS0030 // the catalogue is no row of anybody
using Npgsql;

namespace KoKo.Platform.Foundation.Data.Postgres;

/// <summary>What PostgreSQL's own catalogue says about the role of a connection and about the tables behind row-level security.</summary>
internal sealed class PostgresCatalogue(NpgsqlConnection connection)
{
    private const string Role = """
        SELECT current_setting('server_version_num')::int, rolsuper, rolbypassrls,
               EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                       WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm') AND pg_has_role(current_user, c.relowner, 'MEMBER')),
               EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                       WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND has_table_privilege(c.oid, 'TRUNCATE, REFERENCES, TRIGGER'))
        FROM pg_roles WHERE rolname = current_user
        """;

    private const string Tables = "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relrowsecurity AND c.relforcerowsecurity";

    private const string Policies = "SELECT tablename, policyname, cmd, permissive = 'PERMISSIVE', roles = '{public}', qual = 'true' FROM pg_policies WHERE schemaname = 'public'";

    public async Task<IReadOnlyList<string>> RoleFaultsAsync(int oldestVersion, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Role, connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        (bool IsFault, string Text)[] findings =
        [
            (row.GetInt32(0) < oldestVersion, "PostgreSQL is older than 15."),
            (row.GetBoolean(1), "The runtime role is a superuser, whom no policy binds."),
            (row.GetBoolean(2), "The runtime role may bypass row-level security (BYPASSRLS)."),
            (row.GetBoolean(3), "The runtime role owns tables, or is a member of their owner."),
            (row.GetBoolean(4), "The runtime role may TRUNCATE, reference or put triggers on tables, which no policy binds."),
        ];
        return [.. findings.Where(finding => finding.IsFault).Select(finding => finding.Text)];
    }

    public async Task<IReadOnlyList<string>> TableFaultsAsync(PlatformDb db, CancellationToken cancellationToken)
    {
        var expected = RowLevelSecurity.PoliciesOf(db);
        var forced = await ReadAsync(Tables, row => row.GetString(0), cancellationToken);
        var policies = await ReadAsync(Policies, NameOf, cancellationToken);
        var named = expected.Select(policy => $"{policy.Table}.{policy.Name} FOR {policy.Command}{(policy.ForOwner ? " of the owner" : "")}").ToList();
        return
        [
            .. expected.Select(policy => policy.Table).Distinct().Except(forced).Select(table => $"Row-level security is not enabled and forced on {table}."),
            .. named.Except(policies).Select(policy => $"The policy {policy} is missing."),
            .. policies.Except(named).Select(policy => $"The policy {policy} does not belong there."),
        ];
    }

    // a policy for everybody with the condition 'true' is none, whatever it is called
    private static string NameOf(NpgsqlDataReader row)
    {
        var kind = (row.GetBoolean(3), row.GetBoolean(4), !row.IsDBNull(5) && row.GetBoolean(5)) switch
        {
            (true, false, true) => " of the owner",
            (true, true, false) => "",
            _ => " of another kind",
        };
        return $"{row.GetString(0)}.{row.GetString(1)} FOR {row.GetString(2)}{kind}";
    }

    private async Task<IReadOnlyList<string>> ReadAsync(string query, Func<NpgsqlDataReader, string> read, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(query, connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<string>();
        while (await rows.ReadAsync(cancellationToken))
        {
            found.Add(read(rows));
        }

        return found;
    }
}
