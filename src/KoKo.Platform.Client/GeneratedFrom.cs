namespace KoKo.Platform.Client;

internal static class GeneratedFrom
{
    public const string DocumentHash = "8c8076a2f83bc66796c290e55f9891fbba18c269aaf5bb514ff7c5ec327945d7";
}
