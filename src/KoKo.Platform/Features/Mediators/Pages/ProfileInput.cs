using System.Globalization;
using KoKo.Platform.Features.Mediators.Profiles;

namespace KoKo.Platform.Features.Mediators.Pages;

/// <summary>The profile as the form shows it, and back.</summary>
internal static class ProfileInput
{
    public const int Rows = 5;

    public static SetMediatorProfileRequest Of(MediatorProfileResponse profile) => new(
        profile.Name,
        profile.TitleForm,
        profile.Organisation,
        profile.Role,
        profile.Bio,
        [.. profile.Qualifications.Select(qualification => new QualificationBody(qualification.Kind, qualification.Issuer, qualification.IssuedOn, qualification.ValidUntil))],
        profile.Languages,
        profile.Topics,
        profile.Methods,
        profile.Regions,
        profile.Online,
        profile.RadiusKm,
        profile.FeeBand,
        profile.LeadTimeHours,
        profile.TimeZone,
        null);

    public static SetMediatorProfileRequest Of(IFormCollection form) => new(
        Text(form, "name") ?? "",
        Text(form, "titleForm"),
        Text(form, "organisation"),
        Text(form, "role") ?? "",
        Text(form, "bio"),
        [.. Numbers.Where(row => Text(form, $"qualifications.{row}.kind") is not null).Select(row => QualificationOf(form, row))],
        [.. Numbers.Where(row => Text(form, $"languages.{row}.code") is not null).Select(row => new LanguageBody(Text(form, $"languages.{row}.code")!, Text(form, $"languages.{row}.level") ?? ""))],
        Codes(form, "topics"),
        Codes(form, "methods"),
        [.. Codes(form, "regions").Concat((Text(form, "districts") ?? "").Split([' ', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)],
        form["online"] == "true",
        Number(form, "radiusKm"),
        Text(form, "feeBand"),
        Number(form, "leadTimeHours") ?? -1,
        Text(form, "timeZone") ?? "",
        Text(form, "contactMail"));

    private static IEnumerable<int> Numbers => Enumerable.Range(0, 20);

    private static QualificationBody QualificationOf(IFormCollection form, int row) => new(
        Text(form, $"qualifications.{row}.kind")!,
        Text(form, $"qualifications.{row}.issuer") ?? "",
        Date(form, $"qualifications.{row}.issuedOn") ?? default,
        Date(form, $"qualifications.{row}.validUntil"));

    private static string? Text(IFormCollection form, string name) =>
        form[name].ToString().ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text : null;

    private static IReadOnlyList<string> Codes(IFormCollection form, string name) => [.. form[name].OfType<string>().Where(code => code.Length > 0)];

    private static int? Number(IFormCollection form, string name) =>
        Text(form, name) is not { } text ? null : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static DateOnly? Date(IFormCollection form, string name) =>
        DateOnly.TryParseExact(form[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
