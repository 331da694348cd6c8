using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Vocabularies;
using System.Text.RegularExpressions;

namespace KoKo.Platform.Features.Library;

/// <summary>The shape of a practice, of a draft too; what must not be missing is <see cref="PracticeParts"/>.</summary>
internal sealed partial class PracticeContentValidator : Validator<PracticeContent>
{
    public const int LongestExternalKey = 120;

    private const int LongText = 6000;
    private const int ShortText = 500;
    private const int Line = 160;

    public PracticeContentValidator()
    {
        Describe();
        Classify();
        Place();
        Time();
        Tell();
        Account();
    }

    [GeneratedRegex(@"^(19|20)\d{2}-(0[1-9]|1[0-2])\z")]
    private static partial Regex Month();

    private void Describe()
    {
        RuleFor(content => content.Kind).IsCodeOf(Vocabulary.PracticeKind);
        RuleFor(content => content.Title).Length(8, Line).IsPlainLine();
        RuleFor(content => content.ExternalKey).Length(1, LongestExternalKey).IsPlainLine();
        RuleFor(content => content.Summary).Length(80, 600).IsPlainText().When(content => content.Summary.Length > 0);
        RuleFor(content => content.EasyLanguageSummary).MaximumLength(3000).IsPlainText();
        RuleFor(content => content.Language).IsCodeOf(Vocabulary.Language);
        RuleFor(content => content.Topics).AreCodesOf(Vocabulary.Topic, 5);
        RuleForEach(content => content.Topics).IsCodeOf(Vocabulary.Topic);
        RuleFor(content => content.TopicOther).MaximumLength(120).IsPlainLine();
        RuleFor(content => content.TopicOther)
            .Must((content, text) => content.Topics.Contains("other") == !string.IsNullOrWhiteSpace(text))
            .Says("topic-other", "Ein eigenes Themenfeld gehört genau dann dazu, wenn „Sonstiges“ gewählt ist.", "State the other topic if, and only if, the topic other is chosen.");
    }

    private void Classify()
    {
        RuleFor(content => content.ConflictLevel).IsCodeOf(Vocabulary.ConflictLevel);
        RuleFor(content => content.ConflictTypes).AreCodesOf(Vocabulary.ConflictType, 3);
        RuleForEach(content => content.ConflictTypes).IsCodeOf(Vocabulary.ConflictType);
        RuleFor(content => content.EscalationStart).InclusiveBetween(1, 9);
        RuleFor(content => content.EscalationEnd).InclusiveBetween(1, 9);
        RuleFor(content => content.EscalationEnd)
            .Must((content, end) => end is null == content.EscalationStart is null)
            .Says("both-or-none", "Geben Sie die Eskalationsstufe zu Beginn und am Ende an oder keine von beiden.", "State the stage of escalation at the beginning and at the end, or neither.");
        RuleFor(content => content.Parties).HasAtMost(12);
        RuleForEach(content => content.Parties).NotNull().ChildRules(party =>
        {
            party.RuleFor(item => item.Type).Cascade(CascadeMode.Stop).NotEmpty().IsCodeOf(Vocabulary.PartyType);
            party.RuleFor(item => item.Label).MaximumLength(Line).IsPlainLine();
        });
        RuleFor(content => content.Methods).AreCodesOf(Vocabulary.Method, 6);
        RuleForEach(content => content.Methods).IsCodeOf(Vocabulary.Method);
        RuleFor(content => content.PhasesCovered).AreCodesOf(Vocabulary.Phase, Vocabulary.Phase.Terms.Count);
        RuleForEach(content => content.PhasesCovered).IsCodeOf(Vocabulary.Phase);
        RuleFor(content => content.MunicipalityRoles).AreCodesOf(Vocabulary.MunicipalityRole, Vocabulary.MunicipalityRole.Terms.Count);
        RuleForEach(content => content.MunicipalityRoles).IsCodeOf(Vocabulary.MunicipalityRole);
        RuleFor(content => content.ExternalSupport).HasAtMost(5);
        RuleForEach(content => content.ExternalSupport).NotNull().ChildRules(support =>
        {
            support.RuleFor(item => item.Type).Cascade(CascadeMode.Stop).NotEmpty().IsCodeOf(Vocabulary.ExternalSupport);
            support.RuleFor(item => item.Organisation).MaximumLength(Line).IsPlainLine();
        });
    }

    private void Place()
    {
        RuleFor(content => content.MunicipalityType).IsCodeOf(Vocabulary.MunicipalityType);
        RuleFor(content => content.PopulationClass).IsCodeOf(Vocabulary.PopulationClass);
        RuleFor(content => content.LandKey).IsCodeOf(Vocabulary.LandKey);
        RuleFor(content => content.SpatialType).IsCodeOf(Vocabulary.SpatialType);
    }

    private void Time()
    {
        RuleFor(content => content.StartMonth).Must(IsMonth).SaysMonth();
        RuleFor(content => content.EndMonth).Must(IsMonth).SaysMonth();
        RuleFor(content => content.EndMonth)
            .Must((content, end) => end is null || !content.Ongoing)
            .Says("ongoing-or-end", "Was noch läuft, hat kein Ende.", "What is ongoing has no end.");
        RuleFor(content => content.EndMonth)
            .Must((content, end) => end is null || content.StartMonth is not null && string.CompareOrdinal(end, content.StartMonth) >= 0)
            .When(content => IsMonth(content.StartMonth) && IsMonth(content.EndMonth))
            .Says("end-before-start", "Das Ende liegt vor dem Beginn, oder der Beginn fehlt.", "The end is before the beginning, or the beginning is missing.");
    }

    private void Tell()
    {
        RuleFor(content => content.Context).MaximumLength(LongText).IsPlainText();
        RuleFor(content => content.Assignment).MaximumLength(LongText).IsPlainText();
        RuleFor(content => content.Approach).HasAtMost(20);
        RuleForEach(content => content.Approach).NotNull().ChildRules(step =>
        {
            step.RuleFor(item => item.Phase).IsCodeOf(Vocabulary.Phase);
            step.RuleFor(item => item.Text).NotEmpty().MaximumLength(3000).IsPlainText();
        });
        RuleFor(content => content.Result).MaximumLength(LongText).IsPlainText();
        RuleFor(content => content.ResultStatus).IsCodeOf(Vocabulary.ResultStatus);
        RuleFor(content => content.Effect).MaximumLength(LongText).IsPlainText();
        RuleFor(content => content.EvaluationType).IsCodeOf(Vocabulary.EvaluationType);
        RuleFor(content => content.SuccessFactors).HasAtMost(10);
        RuleForEach(content => content.SuccessFactors).NotEmpty().MaximumLength(ShortText).IsPlainText();
        RuleFor(content => content.Obstacles).HasAtMost(10);
        RuleForEach(content => content.Obstacles).NotEmpty().MaximumLength(ShortText).IsPlainText();
        RuleFor(content => content.Lessons).MaximumLength(LongText).IsPlainText();
        RuleFor(content => content.Transferability).IsCodeOf(Vocabulary.Transferability);
        RuleFor(content => content.TransferabilityReason).MaximumLength(1000).IsPlainText();
        RuleFor(content => content.Prerequisites).HasAtMost(10);
        RuleForEach(content => content.Prerequisites).NotEmpty().MaximumLength(ShortText).IsPlainText();
    }

    private void Account()
    {
        RuleFor(content => content.StaffEffort).ChildRules(effort =>
        {
            effort.RuleFor(item => item!.InternalHours).InclusiveBetween(0, 100_000);
            effort.RuleFor(item => item!.ExternalDays).InclusiveBetween(0, 10_000);
        });
        RuleFor(content => content.CostBand).IsCodeOf(Vocabulary.CostBand);
        RuleFor(content => content.Funding).AreCodesOf(Vocabulary.Funding, Vocabulary.Funding.Terms.Count);
        RuleForEach(content => content.Funding).IsCodeOf(Vocabulary.Funding);
        RuleFor(content => content.Links).HasAtMost(20);
        RuleForEach(content => content.Links).IsHttps();
        RuleFor(content => content.ContactFunction).MaximumLength(Line).IsPlainLine();
        RuleFor(content => content.Contributors).HasAtMost(10);
        RuleForEach(content => content.Contributors).NotEmpty().MaximumLength(Line).IsPlainLine();
        RuleFor(content => content.AnonymisationLevel).IsCodeOf(Vocabulary.AnonymisationLevel);
        RuleFor(content => content.AnonymisationChecklist).AreCodesOf(Vocabulary.AnonymisationCheck, Vocabulary.AnonymisationCheck.Terms.Count);
        RuleForEach(content => content.AnonymisationChecklist).IsCodeOf(Vocabulary.AnonymisationCheck);
        RuleFor(content => content.ConsentBasis).MaximumLength(2000).IsPlainText();
        RuleFor(content => content.License).IsCodeOf(Vocabulary.License);
    }

    private static bool IsMonth(string? text) => text is null || Month().IsMatch(text);
}
