using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Foundation.Web.Forms;

/// <summary>What is wrong with one field, in words for the person who filled it.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Text">What is expected; it stands below the field.</param>
/// <param name="Label">What the field is called, for the summary above the form; null where the text says it.</param>
public sealed record FieldError(string Field, string Text, string? Label = null)
{
    public string Told => Label is null ? Text : $"{Label}: {Text}";
}

/// <summary>All that is wrong with a form; cascades from HubForm to its fields.</summary>
public sealed record FormErrors(IReadOnlyList<FieldError> All)
{
    public static FormErrors None { get; } = new([]);

    /// <summary>What a ProblemException says about fields whose names are the members its pointers name.</summary>
    /// <param name="refusal">The refusal; any other exception is about no field.</param>
    /// <param name="labelOf">What a field is called.</param>
    public static FormErrors Of(Exception refusal, Func<string, string?>? labelOf = null) =>
        new([.. (refusal as ProblemException)?.Errors.Select(error => ErrorOf(error, labelOf)) ?? []]);

    public string? For(string field) =>
        All.FirstOrDefault(error => string.Equals(error.Field, field, StringComparison.OrdinalIgnoreCase))?.Text;

    private static FieldError ErrorOf(ProblemError error, Func<string, string?>? labelOf)
    {
        var name = Name(error.Pointer);
        return new FieldError(name, error.Detail, labelOf?.Invoke(name));
    }

    private static string Name(string pointer) => pointer.TrimStart('/').Replace('/', '.');
}
