using FluentValidation.Results;
using KoKo.Platform.Foundation.Web.Forms;

namespace KoKo.Platform.Features.Network.Pages;

/// <summary>What the forms on saved searches share.</summary>
internal static class SavedSearchForms
{
    public const string List = "/gemerkte-suchen";

    public static FormErrors ErrorsOf(ValidationResult result) =>
        new([.. result.Errors.Select(failure => failure.PropertyName).Distinct().Select(field => new FieldError(field, "Bitte geben Sie einen Namen an, höchstens 120 Zeichen in einer Zeile."))]);
}
