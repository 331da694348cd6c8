namespace KoKo.Platform.Client;

internal static class GeneratedFrom
{
    public const string DocumentHash = "5d1fd019e2d266015a407c34f7245a9feb43e667cde0f4c838b4771110dc0612";
}
