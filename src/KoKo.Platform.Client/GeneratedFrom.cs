namespace KoKo.Platform.Client;

internal static class GeneratedFrom
{
    public const string DocumentHash = "86e0f2879419e20952d91a0fe80c602f6c504a058f9c047378f9c46cc862a7df";
}
