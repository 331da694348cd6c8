#pragma warning disable RS0030 // copies whole tables as the owner of both connections, which no request reaches
#pragma warning disable CA2100 // names of tables and columns come from the model
using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using static KoKo.Platform.Foundation.Data.Postgres.RowLevelSecurity;

namespace KoKo.Platform.Foundation.Data.Postgres;

/// <summary>Copies the rows of one table from one provider to the other: each value through both models, so that both mean the same.</summary>
internal sealed class TableCopy
{
    private readonly Connections connections;
    private readonly IReadOnlyList<(IColumn From, IColumn Into)> columns;

    private TableCopy(Connections connections, ITable from, ITable into)
    {
        this.connections = connections;
        Name = from.Name;
        columns = [.. from.Columns.Select(column => (column, (IColumn)into.FindColumn(column.Name)!))];
    }

    public string Name { get; }

    /// <summary>Every table, those that others refer to first.</summary>
    public static IEnumerable<TableCopy> Of(PlatformDb source, PlatformDb target)
    {
        var connections = new Connections(source.Database.GetDbConnection(), target.Database.GetDbConnection(), source.Database.CurrentTransaction!, target.Database.CurrentTransaction!);
        var into = target.Model.GetRelationalModel().Tables.ToDictionary(table => table.Name);
        return Ordered(source.Model.GetRelationalModel().Tables).Select(table => new TableCopy(connections, table, into[table.Name]));
    }

    /// <returns>How many rows.</returns>
    public async Task<long> CopyAsync(CancellationToken cancellationToken)
    {
        await using var select = connections.Source($"SELECT {string.Join(", ", columns.Select(column => Quote(column.From.Name)))} FROM {Quote(Name)}");
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        await using var insert = connections.Target($"INSERT INTO {Quote(Name)} ({string.Join(", ", columns.Select(column => Quote(column.Into.Name)))}) VALUES ({string.Join(", ", columns.Select((column, position) => $"@p{position}::{column.Into.StoreType}"))})");
        var count = 0L;
        for (; await rows.ReadAsync(cancellationToken); count++)
        {
            insert.Parameters.Clear();
            for (var position = 0; position < columns.Count; position++)
            {
                insert.Parameters.Add(Parameter(insert, position, rows));
            }

            await insert.ExecuteNonQueryAsync(cancellationToken);
        }

        await ContinueNumbersAsync(cancellationToken);
        return count;
    }

    private DbParameter Parameter(DbCommand insert, int position, DbDataReader rows)
    {
        var (from, into) = columns[position];
        if (from.PropertyMappings is not [{ } mapping, ..])
        {
            return Raw(insert, $"p{position}", rows.GetValue(position)); // a document in a JSON column is no property
        }

        var value = rows.IsDBNull(position) ? null : Read(rows, position, mapping.TypeMapping);
        return into.PropertyMappings[0].TypeMapping.CreateParameter(insert, $"p{position}", value, into.IsNullable);
    }

    private static object? Read(DbDataReader rows, int position, RelationalTypeMapping mapping)
    {
        var stored = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        var value = typeof(DbDataReader).GetMethod(nameof(DbDataReader.GetFieldValue))!.MakeGenericMethod(Nullable.GetUnderlyingType(stored) ?? stored).Invoke(rows, [position]);
        return mapping.Converter is { } converter ? converter.ConvertFromProvider(value) : value;
    }

    private static DbParameter Raw(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        return parameter;
    }

    /// <summary>What the database numbers itself goes on behind what was copied.</summary>
    private async Task ContinueNumbersAsync(CancellationToken cancellationToken)
    {
        foreach (var (_, into) in columns.Where(column => column.Into.PropertyMappings.Any(mapping => mapping.Property.ValueGenerated == ValueGenerated.OnAdd && mapping.Property.ClrType != typeof(Guid))))
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"SELECT setval(pg_get_serial_sequence('{Quote(Name)}', '{into.Name}'), coalesce(max({Quote(into.Name)}), 0) + 1, false) FROM {Quote(Name)}");
            await using var command = connections.Target(text);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static IEnumerable<ITable> Ordered(IEnumerable<ITable> tables)
    {
        var waiting = tables.OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.First(table => table.ForeignKeyConstraints.All(key => key.PrincipalTable == table || !waiting.Contains(key.PrincipalTable)));
            waiting.Remove(next);
            yield return next;
        }
    }

    private sealed record Connections(DbConnection From, DbConnection Into, IDbContextTransaction Reading, IDbContextTransaction Writing)
    {
        public DbCommand Source(string text) => Command(From, Reading, text);

        public DbCommand Target(string text) => Command(Into, Writing, text);

        private static DbCommand Command(DbConnection connection, IDbContextTransaction transaction, string text)
        {
            var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = (text, transaction.GetDbTransaction());
            return command;
        }
    }
}
