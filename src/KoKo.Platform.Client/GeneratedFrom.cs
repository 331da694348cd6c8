namespace KoKo.Platform.Client;

internal static class GeneratedFrom
{
    public const string DocumentHash = "6e2c113ff84b56591a23acb93b0e635b7ac56cb64cac9a2a345a7fdaee34306b";
}
