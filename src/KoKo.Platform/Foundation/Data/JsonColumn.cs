using System.Text.Json;
using KoKo.Platform.Foundation.Text;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KoKo.Platform.Foundation.Data;

/// <summary>Structured content that nobody queries by column: one JSON column, compared by what it says. The value is replaced, never changed in place.</summary>
internal static class JsonColumn
{
    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property)
        where T : class
    {
        property.HasConversion(
            value => JsonSerializer.Serialize(value, Json.Stored),
            text => JsonSerializer.Deserialize<T>(text, Json.Stored)!,
            new ValueComparer<T>(
                (one, other) => ReferenceEquals(one, other) || JsonSerializer.Serialize(one, Json.Stored) == JsonSerializer.Serialize(other, Json.Stored),
                value => JsonSerializer.Serialize(value, Json.Stored).GetHashCode(StringComparison.Ordinal),
                value => value));
        return property;
    }
}
