namespace KoKo.Platform.Foundation.Web.Components;

/// <summary>How a badge or an alert is meant; the words say it too, colour alone never does.</summary>
public enum Tone
{
    Neutral,
    Info,
    Success,
    Warning,
    Danger,
}

internal static class ToneNames
{
    extension(Tone tone)
    {
        // KERN has no neutral form; its information style is the quietest it offers
        public string KernName => tone switch
        {
            Tone.Success => "success",
            Tone.Warning => "warning",
            Tone.Danger => "danger",
            _ => "info",
        };
    }
}
