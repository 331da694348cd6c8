namespace KoKo.Platform.Client;

internal static class GeneratedFrom
{
    public const string DocumentHash = "c3cd927fcabcf4900c8d2ec2d6e3d044a22114c77572d2d2bc69990cadd06061";
}
