namespace KoKo.Platform.Client;

internal static class GeneratedFrom
{
    public const string DocumentHash = "c4fd9725251a152a34eac940408d756b58961b606f0dbd1129a7650b065bf161";
}
