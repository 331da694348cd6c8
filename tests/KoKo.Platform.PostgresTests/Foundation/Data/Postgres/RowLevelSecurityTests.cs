using KoKo.Platform.Demo;
using KoKo.Platform.Foundation.Data.Postgres;
using KoKo.Platform.Tests.World;
using Npgsql;

namespace KoKo.Platform.Tests.Foundation.Data.Postgres;

/// <summary>Wall 4 by itself: what somebody with the runtime role's password could do with psql, past every line of our code.</summary>
public sealed class RowLevelSecurityTests(PlatformWorld world)
{
    private static readonly string Duisburg = DemoIds.Tenant("duisburg").ToString();
    private static readonly string Krefeld = DemoIds.Tenant("krefeld").ToString();

    [Fact]
    public async Task Without_a_principal_nothing_of_an_owner_is_there()
    {
        var policies = await world.InsideAsync("duisburg", db => Task.FromResult(RowLevelSecurity.PoliciesOf(db)));
        var guarded = policies.Select(policy => policy.Table).Except(policies.Where(policy => policy.Name == "audience").Select(policy => policy.Table)).ToList();
        using var all = world.AsSuperuser();
        using var runtime = world.AsRuntime();

        Assert.Empty(guarded.Where(table => runtime.Count(table) > 0));
        Assert.True(guarded.Count(table => all.Count(table) > 0) > 8, "There must be something that could be seen.");
    }

    [Fact]
    public void Without_a_principal_only_what_is_public_is_released()
    {
        using var all = world.AsSuperuser();
        using var runtime = world.AsRuntime();

        Assert.Equal(["public"], runtime.List("SELECT DISTINCT audience FROM released_practices"));
        Assert.True(all.Count("released_practices", "audience <> 'public'") > 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("4b0c1cde-5d4f-4a44-9f1d-6d4f7a6f1a11")]
    public void An_empty_or_unknown_tenant_sees_nothing(string tenant)
    {
        using var runtime = world.AsRuntime().As(tenant);

        Assert.Equal((0L, 0L, 0L), (runtime.Count("practices"), runtime.Count("members"), runtime.Count("app_admissions")));
    }

    [Fact]
    public void Rubbish_in_the_setting_is_an_error_and_no_row()
    {
        using var runtime = world.AsRuntime().As("' OR true --");

        Assert.Equal(PostgresErrorCodes.InvalidTextRepresentation, Assert.Throws<PostgresException>(() => runtime.Count("practices")).SqlState);
    }

    [Fact]
    public void A_tenant_sees_exactly_its_own_rows()
    {
        using var all = world.AsSuperuser();
        using var runtime = world.AsRuntime().As(Duisburg);

        Assert.Equal([Duisburg], runtime.List("SELECT DISTINCT tenant_id FROM members"));
        Assert.Equal(all.Count("members", "tenant_id = $1", Guid.Parse(Duisburg)), runtime.Count("members"));
    }

    [Fact]
    public void A_person_reads_her_memberships_and_changes_none()
    {
        var account = DemoIds.Account("editor@krefeld.example").ToString();
        using var runtime = world.AsRuntime().As(account: account);

        Assert.Equal([Krefeld], runtime.List("SELECT tenant_id FROM members"));
        Assert.Equal(0, runtime.Execute("UPDATE members SET roles = 1"));
        Assert.Equal(0, runtime.Execute("DELETE FROM members"));
    }

    [Fact]
    public void Nobody_writes_a_row_in_anothers_name()
    {
        using var runtime = world.AsRuntime().As(Duisburg);

        Assert.Equal(0, runtime.Execute("UPDATE members SET name = 'x' WHERE tenant_id = $1", Guid.Parse(Krefeld)));
        Assert.Equal(0, runtime.Execute("DELETE FROM practices WHERE tenant_id = $1", Guid.Parse(Krefeld)));
        RefusesTo(runtime, "INSERT INTO practice_log (tenant_id, practice_id, version, action, revision, actor, at) VALUES ($1, gen_random_uuid(), 1, 'Created', 1, 'x', now())", Guid.Parse(Krefeld));
        RefusesTo(runtime, "UPDATE members SET tenant_id = $1 WHERE account_id = $2", Guid.Parse(Krefeld), DemoIds.Account("editor@duisburg.example"));
    }

    [Fact]
    public void Who_may_read_a_released_row_may_not_change_it()
    {
        using var runtime = world.AsRuntime().As(Duisburg, audiences: $"public,network,tenant:{Duisburg}");

        Assert.True(runtime.Count("released_practices", "publisher_id <> $1", Guid.Parse(Duisburg)) > 0);
        Assert.Equal(0, runtime.Execute("UPDATE released_practices SET title = 'x' WHERE publisher_id <> $1", Guid.Parse(Duisburg)));
        Assert.Equal(0, runtime.Execute("DELETE FROM released_practices WHERE publisher_id <> $1", Guid.Parse(Duisburg)));
        RefusesTo(runtime, "INSERT INTO tombstones (item_id, audience, shadowed_by, publisher_id, withdrawn_at) VALUES (gen_random_uuid(), 'network', '{}', $1, now())", Guid.Parse(Krefeld));
    }

    [Fact]
    public void Only_the_two_sides_see_what_is_between_them()
    {
        using var all = world.AsSuperuser();
        var request = all.List("SELECT id FROM mediation_requests ORDER BY id LIMIT 1")[0];
        var sides = all.List("SELECT unnest(ARRAY[owner_id, party_id]) FROM mediation_requests WHERE id = $1", Guid.Parse(request));
        using var runtime = world.AsRuntime();

        Assert.Equal(1, runtime.As(account: sides[0]).Count("mediation_requests", "id = $1", Guid.Parse(request)));
        Assert.Equal(1, runtime.As(sides[1]).Count("mediation_requests", "id = $1", Guid.Parse(request)));
        Assert.Equal(0, runtime.As(Guid.NewGuid().ToString(), Guid.NewGuid().ToString(), "public,network").Count("mediation_requests", "id = $1", Guid.Parse(request)));
    }

    [Theory]
    [InlineData("TRUNCATE members")]
    [InlineData("ALTER TABLE members DISABLE ROW LEVEL SECURITY")]
    [InlineData("DROP POLICY owner ON members")]
    [InlineData("CREATE TABLE mine (id int)")]
    [InlineData("CREATE POLICY all_mine ON members USING (true)")]
    [InlineData("SET ROLE koko_owner")]
    [InlineData("DELETE FROM \"__EFMigrationsHistory\"")]
    public void The_runtime_role_cannot_take_a_wall_away(string attempt)
    {
        using var runtime = world.AsRuntime();

        RefusesTo(runtime, attempt);
    }

    [Fact]
    public void Switching_row_security_off_shows_nothing_either()
    {
        using var runtime = world.AsRuntime().As(Duisburg);
        runtime.Execute("SET row_security = off");

        RefusesTo(runtime, "SELECT count(*) FROM members");
    }

    [Fact]
    public void The_owner_migrates_and_so_sees_every_row()
    {
        using var all = world.AsSuperuser();
        using var owner = world.AsOwner();

        Assert.Equal(all.Count("app_admissions"), owner.Count("app_admissions"));
    }

    private static void RefusesTo(Sql sql, string text, params object[] values) =>
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.Throws<PostgresException>(() => sql.Execute(text, values)).SqlState);
}
