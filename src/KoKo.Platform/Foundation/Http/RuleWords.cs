using System.Globalization;
using FluentValidation;
using FluentValidation.Resources;
using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Foundation.Http;

/// <summary>
/// The one voice in which broken rules are told, to programs and on screens: what is expected, without names of members
/// (the pointer or the label says where) and in one language.
/// </summary>
internal sealed class RuleWords : LanguageManager
{
    public RuleWords()
    {
        Add("NotNullValidator", "Diese Angabe fehlt.", "This value is missing.");
        Add("NotEmptyValidator", "Diese Angabe fehlt.", "This value is missing or empty.");
        Add("LengthValidator", "Bitte geben Sie {MinLength} bis {MaxLength} Zeichen ein.", "{MinLength} to {MaxLength} characters are expected.");
        Add("MinimumLengthValidator", "Bitte geben Sie mindestens {MinLength} Zeichen ein.", "At least {MinLength} characters are expected.");
        Add("MaximumLengthValidator", "Bitte geben Sie höchstens {MaxLength} Zeichen ein, hier sind es {TotalLength}.", "At most {MaxLength} characters are allowed, these are {TotalLength}.");
        Add("InclusiveBetweenValidator", "Erwartet wird eine Zahl von {From} bis {To}.", "A number from {From} to {To} is expected.");
        Add("EmailValidator", "Erwartet wird eine E-Mail-Adresse, etwa vorname.nachname@stadt.example.", "An e-mail address is expected, such as first.last@town.example.");
        Add("EnumValidator", "Diesen Wert gibt es hier nicht.", "There is no such value here.");

        // for rules that say nothing themselves
        Add("unknown-code", "Diesen Code gibt es hier nicht; die Beschreibung des Parameters und /v1/vocabularies nennen die Codes.", "There is no such code here; the description of the parameter and /v1/vocabularies name the codes.");
        Add("too-many", "Das sind zu viele Werte; die Beschreibung des Parameters nennt die Grenze.", "These are too many values; the description of the parameter names the limit.");
        Add("PredicateValidator", "Dieser Wert ist hier nicht erlaubt.", "This value is not allowed here.");
        Add("RegularExpressionValidator", "Dieser Wert hat nicht die erwartete Form.", "This value does not have the expected form.");
    }

    public static string In(string german, string english) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? english : german;

    /// <summary>Why a value of path or query could not be read as what it has to be.</summary>
    public static string Expected(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } words => In($"Erwartet wird eines von: {Listed(words)}.", $"One of these is expected: {Listed(words)}."),
        var text when text == typeof(string) => In("Erwartet wird ein Text.", "A text is expected."),
        var number when number == typeof(int) || number == typeof(long) => In("Erwartet wird eine ganze Zahl.", "A whole number is expected."),
        var date when date == typeof(DateOnly) => In("Erwartet wird ein Datum, etwa 2027-03-01.", "A date is expected, such as 2027-03-01."),
        var instant when instant == typeof(DateTime) || instant == typeof(DateTimeOffset) => In("Erwartet wird ein Zeitpunkt, etwa 2027-03-01T09:00:00Z.", "An instant is expected, such as 2027-03-01T09:00:00Z."),
        var choice when choice == typeof(bool) => In("Erwartet wird true oder false.", "true or false is expected."),
        var id when id == typeof(Guid) => In("Erwartet wird eine UUID.", "A UUID is expected."),
        _ => In("Der Wert fehlt oder hat den falschen Typ.", "The value is missing or of the wrong type."),
    };

    public static string UnknownCode(Vocabulary vocabulary, string? code) => string.IsNullOrEmpty(code)
        ? In("Diese Angabe fehlt.", "This value is missing or empty.")
        : In($"Diesen Code hat das Vokabular {vocabulary.Name} nicht; seine Codes stehen unter /v1/vocabularies/{vocabulary.Name}.", $"The vocabulary {vocabulary.Name} has no such code; /v1/vocabularies/{vocabulary.Name} lists them.");

    private static string Listed(Type words) =>
        string.Join(", ", Enum.GetNames(words).Select(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName));

    private void Add(string rule, string german, string english)
    {
        AddTranslation("de", rule, german);
        AddTranslation("en", rule, english);
    }
}

internal static class SpokenRules
{
    /// <summary>The stable code of a rule, and what it expects in both languages.</summary>
    public static IRuleBuilderOptions<T, TValue> Says<T, TValue>(this IRuleBuilderOptions<T, TValue> rule, string code, string german, string english) =>
        rule.WithErrorCode(code).WithMessage(_ => RuleWords.In(german, english));

    /// <summary>For the rule that a value has to be a code of a vocabulary.</summary>
    public static IRuleBuilderOptions<T, string?> SaysUnknownCode<T>(this IRuleBuilderOptions<T, string?> rule, Vocabulary vocabulary) =>
        rule.WithErrorCode(Problems.UnknownCode.Code).WithMessage((_, code) => RuleWords.UnknownCode(vocabulary, code));
}
