using Microsoft.AspNetCore.Components;

namespace KoKo.Platform.Foundation.Web.Forms;

/// <summary>What every field has: a name, a label, perhaps a hint and an error, and the ids that tie them together.</summary>
public abstract class FormField : ComponentBase
{
    [Parameter, EditorRequired] public string Name { get; set; } = "";
    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter] public string? Hint { get; set; }
    [Parameter] public string? Error { get; set; }
    [Parameter] public bool Optional { get; set; }
    /// <summary>A field that narrows a list: never required, and nothing is said about it.</summary>
    [Parameter] public bool Filter { get; set; }
    [CascadingParameter] private FormErrors Errors { get; set; } = FormErrors.None;

    protected string Id => IdOf(Name);
    protected string? ErrorText => Error ?? Errors.For(Name);
    protected bool HasError => ErrorText is not null;
    protected bool IsRequired => !Optional && !Filter;
    protected bool SaysOptional => Optional && !Filter;
    protected string? Invalid => HasError ? "true" : null;

    protected string? DescribedBy => (Hint, ErrorText) switch
    {
        (null, null) => null,
        (not null, null) => $"{Id}-hinweis",
        (null, not null) => $"{Id}-fehler",
        _ => $"{Id}-hinweis {Id}-fehler",
    };

    /// <summary>The id of the field with this form name; the error summary links to it, whose names may come from the API's members.</summary>
    public static string IdOf(string name) => "feld-" + string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-'));
}
