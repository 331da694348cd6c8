using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Results;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Tenants.Onboarding;

/// <summary>The words in which the validators of this area speak, and what a key must look like.</summary>
internal static partial class OnboardingRules
{
    public const int LongestName = 160;
    public const int LongestFunction = 120;
    public const int LongestReason = 1000;

    public static IReadOnlyDictionary<TenantKind, string> KindsByApplication { get; } = new Dictionary<TenantKind, string>
    {
        [TenantKind.Municipality] = "Stadt oder Gemeinde",
        [TenantKind.Association] = "Gemeindeverband (Amt, Samtgemeinde, Verbandsgemeinde)",
        [TenantKind.District] = "Kreis oder Landkreis",
        [TenantKind.Land] = "Land",
    };

    public static IRuleBuilderOptions<T, string> IsPlainLine<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => text is null || !text.Any(char.IsControl)).Says("one-line", "Eine Zeile ohne Steuerzeichen.", "One line without control characters.");

    /// <summary>
    /// No letter of another script than Latin and no invisible sign: a Kommune with a Cyrillic "і" would look like another
    /// one in the directory.
    /// </summary>
    public static IRuleBuilderOptions<T, string> IsTenantName<T>(this IRuleBuilder<T, string> rule) =>
        rule.IsPlainLine().Must(text => text is null || ForeignSign().Count(text) == 0)
            .Says("latin-letters", "Nur lateinische Buchstaben und keine unsichtbaren Zeichen.", "Latin letters only, and no invisible characters.");

    /// <summary>The key must have the digits of the kind. It is never padded: what a spreadsheet lost must be noticed.</summary>
    public static void FitsKind<T>(this IRuleBuilder<T, string> rule, Func<T, TenantKind?> kindOf) => rule.Custom((text, context) =>
    {
        if (!string.IsNullOrEmpty(text) && kindOf(context.InstanceToValidate) is { } kind && KindsByApplication.ContainsKey(kind)
            && BrokenRule(kind, text) is var (code, german, english))
        {
            context.AddFailure(new ValidationFailure(context.PropertyPath, RuleWords.In(german, english)) { ErrorCode = code });
        }
    });

    private static (string Code, string German, string English)? BrokenRule(TenantKind kind, string text)
    {
        if (!text.All(char.IsAsciiDigit))
        {
            return ("region-key-digits", "Ein Schlüssel besteht nur aus Ziffern, ohne Leerzeichen.", "A key consists of digits only, without spaces.");
        }

        var (lengths, german, english) = kind switch
        {
            TenantKind.Land => (new[] { 2 }, "Ein Landesschlüssel hat 2 Ziffern", "The key of a Land has 2 digits"),
            TenantKind.District => ([5], "Ein Kreisschlüssel hat 5 Ziffern", "The key of a Kreis has 5 digits"),
            TenantKind.Association => ([9], "Der Schlüssel eines Gemeindeverbands hat 9 Ziffern", "The key of an association has 9 digits"),
            _ => ([8, 12], "Ein Gemeindeschlüssel hat 8 (AGS) oder 12 (ARS) Ziffern", "The key of a municipality has 8 (AGS) or 12 (ARS) digits"),
        };
        if (!lengths.Contains(text.Length))
        {
            return ("region-key-length",
                $"{german}, hier sind es {text.Length}. Führende Nullen gehören dazu und werden nicht ergänzt.",
                $"{english}, here are {text.Length}. Leading zeros belong to it and are not filled in.");
        }

        return RegionKey.IsLand(text[..2])
            ? null
            : ("region-key-land", "Die ersten beiden Ziffern nennen das Land, 01 bis 16.", "The first two digits name the Land, 01 to 16.");
    }

    // a letter outside Basic Latin, Latin-1, Latin Extended-A, -B and Additional; format characters, such as those that turn the direction
    [GeneratedRegex(@"(?![\u0000-\u024F\u1E00-\u1EFF])\p{L}|\p{Cf}")]
    private static partial Regex ForeignSign();
}
