namespace KoKo.Platform.Client;

internal static class GeneratedFrom
{
    public const string DocumentHash = "de7146abd273cec214398d3e28c9190c934dcb057fe17a4089288ed49b4565f5";
}
