namespace KoKo.Platform.Client;

internal static class GeneratedFrom
{
    public const string DocumentHash = "cdebe9585bd9b55a7e2f17f4354923895427ee2494879834636e784d266e91a0";
}
