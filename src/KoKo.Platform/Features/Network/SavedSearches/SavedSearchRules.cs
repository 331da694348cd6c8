using FluentValidation;

namespace KoKo.Platform.Features.Network.SavedSearches;

internal static class SavedSearchRules
{
    /// <summary>One line: it stands in headings and in mails.</summary>
    public static IRuleBuilderOptions<T, string> NameOfSearch<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().MaximumLength(SavedSearch.LongestName).Matches(@"\A[^\p{Cc}]*\z").WithErrorCode("control-character");
}
