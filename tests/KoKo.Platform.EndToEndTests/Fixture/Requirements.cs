namespace KoKo.Platform.EndToEndTests.Fixture;

/// <summary>What a test needs from its machine. Missing things skip it, unless KOKO_TEST_REQUIRE lists them.</summary>
internal static class Requirements
{
    public static void Missing(string what, string why)
    {
        var required = Environment.GetEnvironmentVariable("KOKO_TEST_REQUIRE") ?? "";
        if (required.Split(',', StringSplitOptions.TrimEntries).Contains(what, StringComparer.OrdinalIgnoreCase))
        {
            Assert.Fail($"KOKO_TEST_REQUIRE lists {what}: {why}");
        }

        Assert.Skip(why);
    }
}
