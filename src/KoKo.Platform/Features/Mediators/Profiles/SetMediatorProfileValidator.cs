using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Features.Mediators.Profiles;

internal sealed class SetMediatorProfileValidator : Validator<SetMediatorProfileRequest>
{
    private static readonly string[] Levels = ["a1", "a2", "b1", "b2", "c1", "c2", "native"];

    public SetMediatorProfileValidator()
    {
        RuleFor(request => request.Name).NotEmpty().MaximumLength(160).PlainLine();
        RuleFor(request => request.TitleForm).MaximumLength(60).PlainLine();
        RuleFor(request => request.Organisation).MaximumLength(160).PlainLine();
        RuleFor(request => request.Role).CodeOf(Vocabulary.MediatorRole);
        RuleFor(request => request.Bio).MaximumLength(2000).PlainText();
        RuleFor(request => request.FeeBand).CodeOf(Vocabulary.FeeBand!).When(request => request.FeeBand is not null);
        RuleFor(request => request.LeadTimeHours).InclusiveBetween(0, 720);
        RuleFor(request => request.RadiusKm).InclusiveBetween(0, 1000);
        RuleFor(request => request.TimeZone).Must(WallTime.IsZone).Says("unknown-time-zone", "Keine bekannte Zeitzone.", "No known IANA time zone.");
        RuleFor(request => request.ContactMail).EmailAddress().MaximumLength(254).PlainHeader();
        Codes();
        Entries();
    }

    private void Codes()
    {
        RuleFor(request => request.Topics).NotNull().DistinctCodes();
        RuleForEach(request => request.Topics).CodeOf(Vocabulary.Topic);
        RuleFor(request => request.Methods).NotNull().DistinctCodes();
        RuleForEach(request => request.Methods).CodeOf(Vocabulary.Method);
        RuleFor(request => request.Regions).NotNull().DistinctCodes();
        RuleForEach(request => request.Regions).Must(IsRegion).Says("unknown-region", "Kein Schlüssel eines Landes oder Kreises.", "No key of a Land or Kreis.");
    }

    private void Entries()
    {
        RuleFor(request => request.Languages).NotNull().Must(list => list is null || list.Count <= 20).Says("too-many", "Höchstens 20.", "At most 20.");
        RuleForEach(request => request.Languages).ChildRules(language =>
        {
            language.RuleFor(body => body.Code).NotEmpty().MaximumLength(20).Matches("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
                .Says("language-tag", "Erwartet wird ein Sprachkürzel wie de, tr oder de-AT.", "A language tag such as de, tr or de-AT is expected.");
            language.RuleFor(body => body.Level).Cascade(CascadeMode.Stop).NotEmpty().Must(level => Levels.Contains(level)).Says("unknown-code", "Erwartet wird a1, a2, b1, b2, c1, c2 oder native.", "a1, a2, b1, b2, c1, c2 or native is expected.");
        });
        RuleFor(request => request.Qualifications).NotNull().Must(list => list is null || list.Count <= 20).Says("too-many", "Höchstens 20.", "At most 20.");
        RuleForEach(request => request.Qualifications).ChildRules(qualification =>
        {
            qualification.RuleFor(body => body.Kind).CodeOf(Vocabulary.QualificationKind);
            qualification.RuleFor(body => body.Issuer).NotEmpty().MaximumLength(160).PlainLine();
            qualification.RuleFor(body => body.IssuedOn).NotEmpty();
            qualification.RuleFor(body => body.ValidUntil).Must((body, last) => last is null || last >= body.IssuedOn)
                .Says("end-before-start", "Der letzte Tag liegt vor der Ausstellung.", "The last day is before the day of issue.");
        });
    }

    private static bool IsRegion(string? key) =>
        RegionKey.TryParse(key, out var region) && region.Level is RegionLevel.Land or RegionLevel.District;
}
