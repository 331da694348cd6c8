using System.Globalization;
using FluentValidation.Results;
using KoKo.Platform.Foundation.Web.Forms;

namespace KoKo.Platform.Features.Library.Pages;

/// <summary>
/// The form of a practice, both ways: what was sent becomes a content, and whatever is wrong with it goes back into the
/// form as it was written.
/// </summary>
internal sealed record PracticeInput(PracticeContent Content, string Hours, string Days)
{
    /// <summary>Rows whose fields are named by index; the fields of everything else are named by the member alone.</summary>
    private static readonly string[] Rows = ["parties", "approach", "externalSupport"];

    public static PracticeInput Of(PracticeContent content) =>
        new(content, TextOf(content.StaffEffort?.InternalHours), TextOf(content.StaffEffort?.ExternalDays));

    public static PracticeInput Of(IFormCollection form)
    {
        var fields = new FormFields(form);
        var (hours, days) = (fields.Text("internalHours") ?? "", fields.Text("externalDays") ?? "");
        var content = Told(fields) with
        {
            StaffEffort = hours.Length + days.Length == 0 ? null : new PracticeEffort(NumberOf(hours) ?? 0, NumberOf(days) ?? 0),
        };
        return new PracticeInput(content, hours, days);
    }

    /// <summary>Everything that is wrong, in the words of the form.</summary>
    public FormErrors Check()
    {
        var errors = new PracticeContentValidator().Validate(Content).Errors.Select(ErrorOf).ToList();
        errors.AddRange(new[] { ("internalHours", Hours), ("externalDays", Days) }
            .Where(field => field.Item2.Length > 0 && NumberOf(field.Item2) is null)
            .Select(field => new FieldError(field.Item1, "Bitte geben Sie eine ganze Zahl ein.", PracticeFields.LabelOf("staffEffort"))));
        return new FormErrors(errors);
    }

    private static PracticeContent Told(FormFields fields) => new()
    {
        Kind = fields.Text("kind") ?? "",
        Title = fields.Text("title") ?? "",
        Summary = fields.Text("summary") ?? "",
        EasyLanguageSummary = fields.Text("easyLanguageSummary"),
        Language = fields.Text("language") ?? "",
        Topics = fields.Codes("topics"),
        TopicOther = fields.Text("topicOther"),
        ConflictLevel = fields.Text("conflictLevel"),
        ConflictTypes = fields.Codes("conflictTypes"),
        EscalationStart = NumberOf(fields.Text("escalationStart")),
        EscalationEnd = NumberOf(fields.Text("escalationEnd")),
        Parties = fields.Rows("parties", "type", "label", (type, label) => new PracticeParty(type ?? "", label)),
        Methods = fields.Codes("methods"),
        PhasesCovered = fields.Codes("phasesCovered"),
        MunicipalityRoles = fields.Codes("municipalityRoles"),
        ExternalSupport = fields.Rows("externalSupport", "type", "organisation", (type, organisation) => new PracticeSupport(type ?? "", organisation)),
        MunicipalityType = fields.Text("municipalityType"),
        PopulationClass = fields.Text("populationClass"),
        LandKey = fields.Text("landKey"),
        SpatialType = fields.Text("spatialType"),
        StartMonth = fields.Text("startMonth"),
        EndMonth = fields.Text("endMonth"),
        Ongoing = fields.Text("ongoing") is not null,
        Context = fields.Text("context"),
        Assignment = fields.Text("assignment"),
        Approach = fields.Rows("approach", "phase", "text", (phase, text) => new PracticeStep(phase, text ?? "")),
        Result = fields.Text("result"),
        ResultStatus = fields.Text("resultStatus"),
        Effect = fields.Text("effect"),
        EvaluationType = fields.Text("evaluationType"),
        SuccessFactors = fields.Lines("successFactors"),
        Obstacles = fields.Lines("obstacles"),
        Lessons = fields.Text("lessons"),
        Transferability = fields.Text("transferability"),
        TransferabilityReason = fields.Text("transferabilityReason"),
        Prerequisites = fields.Lines("prerequisites"),
        CostBand = fields.Text("costBand"),
        Funding = fields.Codes("funding"),
        Links = fields.Lines("links"),
        ExternalKey = fields.Text("externalKey"),
        ContactFunction = fields.Text("contactFunction"),
        Contributors = fields.Lines("contributors"),
        AnonymisationLevel = fields.Text("anonymisationLevel"),
        AnonymisationChecklist = fields.Codes("anonymisationChecklist"),
        ConsentBasis = fields.Text("consentBasis"),
        License = fields.Text("license"),
    };

    private static FieldError ErrorOf(ValidationFailure failure)
    {
        var name = failure.PropertyName.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        var parts = name.Split('.').Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName).ToArray();
        var field = parts[0] == "staffEffort" ? parts[1] : Rows.Contains(parts[0]) ? string.Join('.', parts) : parts[0];
        return new FieldError(field, failure.ErrorMessage, PracticeFields.LabelOf(parts[0]));
    }

    private static int? NumberOf(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string TextOf(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
