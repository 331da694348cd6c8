namespace KoKo.Platform.Tests.World;

/// <summary>What a machine may lack.</summary>
internal static class Required
{
    /// <summary>Skips the test where something is missing; where KOKO_TEST_REQUIRE lists it, the test fails.</summary>
    public static void Or(string name, string? missing)
    {
        if (missing is null)
        {
            return;
        }

        var required = Environment.GetEnvironmentVariable("KOKO_TEST_REQUIRE") ?? "";
        Assert.False(required.Split(',', StringSplitOptions.TrimEntries).Contains(name, StringComparer.OrdinalIgnoreCase), missing);
        Assert.Skip(missing);
    }
}
