namespace KoKo.Platform.Client;

internal static class GeneratedFrom
{
    public const string DocumentHash = "54dc6b58df3b8d93b7ab483f8f82f88fe6f9a13180df1e4b48b0cc1e35e3f43e";
}
