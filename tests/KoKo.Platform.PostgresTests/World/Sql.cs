using Npgsql;

namespace KoKo.Platform.Tests.World;

/// <summary>Speaks SQL to a database under test as one of its roles, past the platform: what a person with psql could do.</summary>
internal sealed class Sql : IDisposable
{
    private readonly NpgsqlConnection connection;

    public Sql(string connectionString)
    {
        connection = new NpgsqlConnection(connectionString);
        connection.Open();
    }

    /// <summary>Introduces the connection as the platform would.</summary>
    public Sql As(string tenant = "", string account = "", string audiences = "")
    {
        Scalar<string>("SELECT set_config('koko.tenant', $1, false) || set_config('koko.account', $2, false) || set_config('koko.audiences', $3, false)", tenant, account, audiences);
        return this;
    }

    /// <returns>How many rows it changed.</returns>
    public int Execute(string text, params object[] values)
    {
        using var command = Command(text, values);
        return command.ExecuteNonQuery();
    }

    public T Scalar<T>(string text, params object[] values)
    {
        using var command = Command(text, values);
        return (T)command.ExecuteScalar()!;
    }

    public long Count(string table, string where = "true", params object[] values) => Scalar<long>($"SELECT count(*) FROM {table} WHERE {where}", values);

    /// <summary>The first column of every row.</summary>
    public IReadOnlyList<string> List(string text, params object[] values)
    {
        using var command = Command(text, values);
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
        {
            found.Add(rows.GetValue(0).ToString()!);
        }

        return found;
    }

    public void Dispose() => connection.Dispose();

    private NpgsqlCommand Command(string text, object[] values)
    {
        var command = new NpgsqlCommand(text, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}

/// <summary>The database of the platform that all tests share.</summary>
internal static class SharedDatabase
{
    extension(PlatformWorld world)
    {
        /// <summary>As the role that serves.</summary>
        public Sql AsRuntime() => new(world.Setting("ConnectionStrings:Platform"));

        /// <summary>As the role that owns the tables.</summary>
        public Sql AsOwner() => new(world.Setting("ConnectionStrings:Migrations"));

        /// <summary>As the superuser, from whom nothing is hidden.</summary>
        public Sql AsSuperuser() => new(PostgresServer.Instance.ConnectionString(new NpgsqlConnectionStringBuilder(world.Setting("ConnectionStrings:Platform")).Database!));
    }
}
