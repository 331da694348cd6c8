using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Foundation.Data;

/// <summary>The same snake_case names on both providers, so that a person can read the database.</summary>
internal static partial class SnakeCaseNames
{
    public static void Apply(ModelBuilder builder)
    {
        // what lives in a JSON column has names of JSON
        foreach (var type in builder.Model.GetEntityTypes().Where(type => !type.IsMappedToJson()))
        {
            if (type.GetTableName() is { } table)
            {
                type.SetTableName(Of(table.Replace("AspNet", "account_", StringComparison.Ordinal)));
            }

            foreach (var property in type.GetProperties().Where(property => !property.IsShadowProperty() || property.Name != "Discriminator"))
            {
                property.SetColumnName(Of(property.Name));
            }
        }
    }

    private static string Of(string name) => Hump().Replace(name, "$1_$2").ToLowerInvariant();

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex Hump();
}
