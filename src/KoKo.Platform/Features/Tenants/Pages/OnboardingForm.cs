using FluentValidation.Results;
using KoKo.Platform.Foundation.Web.Forms;

namespace KoKo.Platform.Features.Tenants.Pages;

/// <summary>What a validator says, beside the labels of the form.</summary>
internal static class OnboardingForm
{
    public static FormErrors ErrorsOf(ValidationResult result, IReadOnlyDictionary<string, string> labels) =>
        new([.. result.Errors.DistinctBy(failure => failure.PropertyName).Select(failure => new FieldError(failure.PropertyName, failure.ErrorMessage, labels[failure.PropertyName]))]);
}
