using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace KoKo.Platform.Foundation.Data;

/// <summary>Instants are UTC on every provider: SQLite forgets the kind, PostgreSQL refuses another one.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Utc ? value : value.ToUniversalTime(),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
