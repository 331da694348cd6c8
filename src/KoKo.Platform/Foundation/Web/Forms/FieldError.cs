namespace KoKo.Platform.Foundation.Web.Forms;

/// <summary>What is wrong with one field, in words for the person who filled it.</summary>
public sealed record FieldError(string Field, string Text);

/// <summary>All that is wrong with a form; cascades from HubForm to its fields.</summary>
public sealed record FormErrors(IReadOnlyList<FieldError> All)
{
    public static FormErrors None { get; } = new([]);

    public string? Of(string field) =>
        All.FirstOrDefault(error => string.Equals(error.Field, field, StringComparison.OrdinalIgnoreCase))?.Text;
}
