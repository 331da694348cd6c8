using KoKo.Platform.Foundation.Data.Postgres;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Foundation.Data.Postgres;

/// <summary>Walls 2 and 4 as PostgreSQL's own catalogue knows them, whatever the model believes.</summary>
public sealed class PostgresCatalogueTests(PlatformWorld world) : IDisposable
{
    // Tables with an owner's id that are no owner's: each a lookup or a list of ids, with its reason.
    private static readonly Dictionary<string, string> Unguarded = new(StringComparer.Ordinal)
    {
        ["clients"] = "client id to tenant, read before a tenant is known",
        ["outbox_messages"] = "ids of what is to be done, claimed by workers of all",
        ["released_changes"] = "ids of what changed in the network plane, read by indexers",
        ["tenant_region_keys"] = "region keys of the public directory",
        ["tickets"] = "hash of a one-time token to tenant and subject, read before anybody is signed in",
    };

    private readonly Sql sql = world.AsSuperuser();

    public void Dispose() => sql.Dispose();

    [Fact]
    public void Every_table_with_an_owner_has_row_level_security_enabled_and_forced()
    {
        var open = sql.List("""
            SELECT DISTINCT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
              AND a.attname IN ('tenant_id', 'owner_id', 'party_id', 'publisher_id', 'audience') ORDER BY 1
            """);

        Assert.Equal(Unguarded.Keys.Order(StringComparer.Ordinal), open);
    }

    [Fact]
    public async Task The_policies_are_exactly_those_that_follow_from_the_class_lines()
    {
        var expected = await world.InsideAsync("duisburg", db => Task.FromResult(RowLevelSecurity.PoliciesOf(db)));

        var found = sql.List("SELECT tablename || '.' || policyname || ' ' || cmd || ' ' || permissive || ' ' || roles::text FROM pg_policies WHERE schemaname = 'public'");

        Assert.Equal(
            expected.Select(policy => $"{policy.Table}.{policy.Name} {policy.Command} PERMISSIVE {{{(policy.ForOwner ? "koko_owner" : "public")}}}").Order(StringComparer.Ordinal),
            found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_condition_names_the_owner_and_the_setting()
    {
        string[] known =
        [
            """(tenant_id = ( SELECT (NULLIF(current_setting('koko.tenant'::text, true), ''::text))::uuid AS "nullif"))""",
            """(account_id = ( SELECT (NULLIF(current_setting('koko.account'::text, true), ''::text))::uuid AS "nullif"))""",
            """(publisher_id = ANY (ARRAY[( SELECT (NULLIF(current_setting('koko.tenant'::text, true), ''::text))::uuid AS "nullif"), ( SELECT (NULLIF(current_setting('koko.account'::text, true), ''::text))::uuid AS "nullif")]))""",
            """((owner_id = ANY (ARRAY[( SELECT (NULLIF(current_setting('koko.tenant'::text, true), ''::text))::uuid AS "nullif"), ( SELECT (NULLIF(current_setting('koko.account'::text, true), ''::text))::uuid AS "nullif")])) OR (party_id = ANY (ARRAY[( SELECT (NULLIF(current_setting('koko.tenant'::text, true), ''::text))::uuid AS "nullif"), ( SELECT (NULLIF(current_setting('koko.account'::text, true), ''::text))::uuid AS "nullif")])))""",
            """((audience)::text = ANY (( SELECT string_to_array(COALESCE(NULLIF(current_setting('koko.audiences'::text, true), ''::text), 'public'::text), ','::text) AS string_to_array)::text[]))""",
        ];

        var conditions = sql.List("SELECT DISTINCT qual FROM pg_policies WHERE schemaname = 'public' AND roles = '{public}'");

        Assert.Equal(known.Order(StringComparer.Ordinal), conditions.Order(StringComparer.Ordinal));
        Assert.Empty(sql.List("SELECT policyname FROM pg_policies WHERE schemaname = 'public' AND with_check IS NOT NULL AND with_check <> qual"));
    }

    [Fact]
    public void Every_key_and_unique_index_of_a_guarded_table_begins_with_the_owner() => Assert.Empty(sql.List("""
        SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        JOIN pg_attribute first ON first.attrelid = c.oid AND first.attnum = i.indkey[0]
        WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity AND i.indisunique
          AND first.attname NOT IN ('tenant_id', 'account_id', 'owner_id', 'item_id')
        """));

    [Fact]
    public void Every_reference_to_a_guarded_table_carries_the_owner() => Assert.Empty(sql.List("""
        SELECT k.conname FROM pg_constraint k JOIN pg_class target ON target.oid = k.confrelid
        JOIN pg_attribute theirs ON theirs.attrelid = k.confrelid AND theirs.attnum = k.confkey[1]
        JOIN pg_attribute ours ON ours.attrelid = k.conrelid AND ours.attnum = k.conkey[1]
        WHERE k.contype = 'f' AND target.relrowsecurity
          AND NOT (theirs.attname IN ('tenant_id', 'account_id', 'owner_id') AND ours.attname IN ('tenant_id', 'account_id', 'owner_id'))
        """));

    [Fact]
    public void No_owner_is_ever_missing() => Assert.Empty(sql.List("""
        SELECT c.relname || '.' || a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity AND NOT a.attnotnull
          AND a.attname IN ('tenant_id', 'owner_id', 'party_id', 'publisher_id', 'audience')
        """));

    [Fact]
    public void Nothing_leads_around_the_policies() => Assert.Empty(sql.List("""
        SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
          AND (c.relkind = 'm' OR c.relispartition OR (c.relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)))
        UNION ALL
        SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef
        """));

    [Fact]
    public void The_runtime_role_is_nobody_special() => Assert.Equal(
        "(f,f,f,f,f)",
        sql.Scalar<string>("SELECT (rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, pg_has_role('koko_platform', 'koko_owner', 'MEMBER'))::text FROM pg_roles WHERE rolname = 'koko_platform'"));

    [Fact]
    public void The_runtime_role_may_read_and_write_rows_and_nothing_else() => Assert.Equal(
        ["DELETE", "INSERT", "SELECT", "UPDATE"],
        sql.List("SELECT DISTINCT privilege_type FROM information_schema.role_table_grants WHERE grantee = 'koko_platform' AND table_schema = 'public' ORDER BY 1"));
}
