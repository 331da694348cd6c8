namespace KoKo.Platform.Foundation.Web.Forms;

/// <summary>One value of a select, a checkbox group or a radio group.</summary>
public sealed record Choice(string Value, string Label, string? Hint = null);
