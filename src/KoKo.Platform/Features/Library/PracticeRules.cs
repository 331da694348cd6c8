using FluentValidation;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Features.Library;

/// <summary>The words in which the validator of a practice speaks.</summary>
internal static class PracticeRules
{
    public static IRuleBuilderOptions<T, string?> IsCodeOf<T>(this IRuleBuilder<T, string?> rule, Vocabulary vocabulary) =>
        rule.Must(code => code is null || vocabulary.Contains(code))
            .SaysUnknownCode(vocabulary);

    public static IRuleBuilderOptions<T, IReadOnlyList<string>> AreCodesOf<T>(this IRuleBuilder<T, IReadOnlyList<string>> rule, Vocabulary vocabulary, int most) =>
        rule.HasAtMost(most)
            .Must(codes => codes.Distinct(StringComparer.Ordinal).Count() == codes.Count)
            .Says("repeated", $"Ein Code aus {vocabulary.Name} steht mehrfach da.", $"A code of {vocabulary.Name} is there more than once.");

    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>> HasAtMost<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>> rule, int most) =>
        rule.Must(items => items.Count <= most).Says("too-many", $"Höchstens {most} Einträge.", $"At most {most} entries.");

    /// <summary>No control characters but line breaks and tabs: a NUL cannot be stored everywhere.</summary>
    public static IRuleBuilderOptions<T, string?> IsPlainText<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || !text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')))
            .Says("control-character", "Steuerzeichen sind nicht erlaubt.", "Control characters are not allowed.");

    public static IRuleBuilderOptions<T, string?> IsPlainLine<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || !text.Any(char.IsControl))
            .Says("one-line", "Eine Zeile ohne Steuerzeichen.", "One line without control characters.");

    public static IRuleBuilderOptions<T, string> IsHttps<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(link => link is { Length: <= 500 } && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0 && !link.Any(char.IsControl))
            .Says("https-only", "Eine Adresse mit https://, höchstens 500 Zeichen.", "An address with https://, at most 500 characters.");

    public static IRuleBuilderOptions<T, string?> SaysMonth<T>(this IRuleBuilderOptions<T, string?> rule) =>
        rule.Says("month", "Ein Monat als JJJJ-MM, etwa 2024-03.", "A month as YYYY-MM, such as 2024-03.");
}
