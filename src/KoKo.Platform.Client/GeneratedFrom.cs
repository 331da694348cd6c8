namespace KoKo.Platform.Client;

internal static class GeneratedFrom
{
    public const string DocumentHash = "e28749910fd90dbb2c4a9ff2b533e08e1de9659888bdf457d0541edd74f15943";
}
