namespace KoKo.Platform.Client;

internal static class GeneratedFrom
{
    public const string DocumentHash = "ac5eb1dffbab508e82bc99370976afe0785f233472c589ebcd804def40ec098d";
}
