using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Foundation.Web.Forms;

/// <summary>What is wrong with one field, in words for the person who filled it.</summary>
public sealed record FieldError(string Field, string Text);

/// <summary>All that is wrong with a form; cascades from HubForm to its fields.</summary>
public sealed record FormErrors(IReadOnlyList<FieldError> All)
{
    public static FormErrors None { get; } = new([]);

    /// <summary>What a ProblemException says about fields whose names are the members its pointers name.</summary>
    public static FormErrors Of(Exception refusal) =>
        new([.. (refusal as ProblemException)?.Errors.Select(error => new FieldError(Name(error.Pointer), error.Detail)) ?? []]);

    public string? For(string field) =>
        All.FirstOrDefault(error => string.Equals(error.Field, field, StringComparison.OrdinalIgnoreCase))?.Text;

    private static string Name(string pointer) => pointer.TrimStart('/').Replace('/', '.');
}
