namespace KoKo.Platform.Client;

internal static class GeneratedFrom
{
    public const string DocumentHash = "d5806419d2dca58ce09fffb4f3d850bc84e09070edc4c5c10ac18c2fe099bab5";
}
