namespace KoKo.Platform.Client;

internal static class GeneratedFrom
{
    public const string DocumentHash = "a5c049ef67b7f972b65b33147331b5bd28b62ef69cc3bdf8dff0e4d9525cc29c";
}
