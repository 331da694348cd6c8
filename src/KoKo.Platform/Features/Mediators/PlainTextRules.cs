using System.Text.RegularExpressions;
using FluentValidation;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Features.Mediators;

/// <summary>Rules for what people write about themselves and others: plain, and without a way around the relay.</summary>
internal static partial class PlainTextRules
{
    /// <summary>One line, so that it can stand in a heading or a header; no mail address.</summary>
    public static IRuleBuilderOptions<T, string?> PlainLine<T>(this IRuleBuilder<T, string?> rule) =>
        rule.PlainHeader().Must(HasNoAddress).Says("mail-address", "Bitte keine Mailadressen.", "No mail addresses, please.");

    /// <summary>Lines of text without control characters and mail addresses.</summary>
    public static IRuleBuilderOptions<T, string?> PlainText<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(text => text is null || !text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')))
        .Says("control-character", "Steuerzeichen sind nicht erlaubt.", "Control characters are not allowed.")
        .Must(HasNoAddress).Says("mail-address", "Bitte keine Mailadressen.", "No mail addresses, please.");

    public static IRuleBuilderOptions<T, string?> PlainHeader<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(text => text is null || !text.Any(char.IsControl))
        .Says("control-character", "Steuerzeichen und Zeilenumbrüche sind nicht erlaubt.", "Control characters and line breaks are not allowed.");

    public static IRuleBuilderOptions<T, string?> CodeOf<T>(this IRuleBuilder<T, string?> rule, Vocabulary vocabulary) => rule
        .Must(vocabulary.Contains)
        .SaysUnknownCode(vocabulary);

    public static IRuleBuilderOptions<T, IReadOnlyList<string>> DistinctCodes<T>(this IRuleBuilder<T, IReadOnlyList<string>> rule) => rule
        .Must(codes => codes is null || (codes.Count <= 60 && codes.Distinct(StringComparer.Ordinal).Count() == codes.Count))
        .Says("repeated", "Höchstens 60 Einträge, jeder einmal.", "At most 60 entries, each once.");

    private static bool HasNoAddress(string? text) => text is null || !Address().IsMatch(text);

    [GeneratedRegex(@"[^\s@]@[^\s@]")]
    private static partial Regex Address();
}
