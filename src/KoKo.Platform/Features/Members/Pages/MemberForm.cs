using FluentValidation.Results;
using KoKo.Platform.Foundation.Web.Forms;

namespace KoKo.Platform.Features.Members.Pages;

/// <summary>What the forms on members share: their roles, and broken rules in words.</summary>
internal static class MemberForm
{
    public static IReadOnlyList<Choice> Choices { get; } = [.. Enum.GetValues<Role>().Select(role => new Choice(role.ToString(), RoleLists.GermanOf(role)))];

    /// <summary>What the list says after a form.</summary>
    public static IReadOnlyDictionary<string, string> Done { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["eingeladen"] = "Die Einladung ist unterwegs.",
        ["zurueckgezogen"] = "Die Einladung ist zurückgezogen.",
        ["gespeichert"] = "Die Änderung ist gespeichert.",
        ["entfernt"] = "Die Person ist kein Mitglied mehr.",
    };

    /// <summary>A made-up role is left out, as if it had not been sent.</summary>
    public static IReadOnlyList<Role> RolesOf(string[]? sent) =>
        [.. Enum.GetValues<Role>().Where(role => sent?.Contains(role.ToString()) == true)];

    public static FormErrors ErrorsOf(ValidationResult result) =>
        new([.. result.Errors.Select(failure => failure.PropertyName.Split('[')[0]).Distinct().Select(field => new FieldError(field, TextOf(field)))]);

    // names as the API says them: the framework names members in camelCase everywhere
    private static string TextOf(string field) => field switch
    {
        "name" => "Bitte geben Sie einen Namen an, höchstens 160 Zeichen.",
        "mail" => "Bitte geben Sie eine E-Mail-Adresse an, etwa vorname.nachname@stadt.example.",
        "endsOn" => "Gäste brauchen einen letzten Tag.",
        _ => "Bitte wählen Sie mindestens eine Rolle.",
    };
}
