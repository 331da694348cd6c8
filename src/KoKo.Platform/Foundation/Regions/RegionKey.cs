namespace KoKo.Platform.Foundation.Regions;

/// <summary>What a region key names.</summary>
public enum RegionLevel
{
    Land,
    District,
    Association,
    Municipality,
}

/// <summary>
/// A German region key: 2 digits name a Land, 5 a Kreis, 8 a Gemeinde (AGS), 9 a Gemeindeverband, 12 a Gemeinde (ARS).
/// A string with its leading zero, never a number, and never padded: a seventh digit lost in a spreadsheet must be noticed.
/// </summary>
internal readonly record struct RegionKey
{
    private RegionKey(string value, RegionLevel level) => (Value, Level) = (value, level);

    public string Value { get; }

    public RegionLevel Level { get; }

    /// <summary>The two digits of the Land, 01 to 16.</summary>
    public string Land => Value[..2];

    /// <summary>The five digits of the Kreis, where the key goes that deep.</summary>
    public string? District => Value.Length >= 5 ? Value[..5] : null;

    /// <summary>An ARS without its association is the AGS of the same Gemeinde; every other key is itself. The way back needs the register.</summary>
    public string WithoutAssociation => Value.Length == 12 ? Value[..5] + Value[9..] : Value;

    public static bool TryParse(string? text, out RegionKey key)
    {
        key = default;
        if (text is null || !text.All(char.IsAsciiDigit) || LevelOf(text.Length) is not { } level || !IsLand(text[..2]))
        {
            return false;
        }

        key = new RegionKey(text, level);
        return true;
    }

    public static RegionKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"'{text}' is no region key.");

    public static bool IsLand(string digits) =>
        digits.Length == 2 && int.TryParse(digits, System.Globalization.NumberStyles.None, null, out var land) && land is >= 1 and <= 16;

    public override string ToString() => Value;

    private static RegionLevel? LevelOf(int digits) => digits switch
    {
        2 => RegionLevel.Land,
        5 => RegionLevel.District,
        9 => RegionLevel.Association,
        8 or 12 => RegionLevel.Municipality,
        _ => null,
    };
}
