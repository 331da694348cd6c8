namespace KoKo.Platform.Features.Library;

internal static class Paging
{
    public const int Usual = 20;
    public const int Most = 100;
}
