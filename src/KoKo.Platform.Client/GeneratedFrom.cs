namespace KoKo.Platform.Client;

internal static class GeneratedFrom
{
    public const string DocumentHash = "1d5567b811e019592c2a829953a8d2ae2653b1bde29d1753bf40670280ea0e86";
}
