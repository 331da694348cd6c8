using FluentValidation.Results;
using KoKo.Platform.Foundation.Web.Forms;

namespace KoKo.Platform.Features.Tenants.Pages;

/// <summary>What a validator says, in the words of the form: its own labels instead of names of members.</summary>
internal static class OnboardingForm
{
    public static FormErrors ErrorsOf(ValidationResult result, IReadOnlyDictionary<string, string> labels) =>
        new([.. result.Errors.DistinctBy(failure => failure.PropertyName).Select(failure => new FieldError(failure.PropertyName, TextOf(failure, labels[failure.PropertyName])))]);

    private static string TextOf(ValidationFailure failure, string label) => failure.ErrorCode switch
    {
        "NotEmptyValidator" or "NotNullValidator" => $"Bitte füllen Sie „{label}“ aus.",
        "MaximumLengthValidator" => $"„{label}“ ist zu lang: höchstens {failure.FormattedMessagePlaceholderValues["MaxLength"]} Zeichen.",
        "MinimumLengthValidator" => $"„{label}“ ist zu kurz: mindestens {failure.FormattedMessagePlaceholderValues["MinLength"]} Zeichen.",
        _ => failure.ErrorMessage,
    };
}
