using FluentValidation;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Vocabularies;

namespace KoKo.Platform.Features.Conferences;

/// <summary>The shape of what an organiser writes; the rules between the times are the content's own.</summary>
internal sealed class ConferenceBodyValidator : AbstractValidator<ConferenceBody>
{
    public ConferenceBodyValidator()
    {
        RuleFor(body => body.Title).NotEmpty().Length(5, 160).OneLine();
        RuleFor(body => body.Summary).NotEmpty().Length(20, 600).Printable();
        RuleFor(body => body.Description).MaximumLength(20_000).Printable();
        RuleFor(body => body.Zone).Must(zone => WallTime.ZoneOf(zone) is not null).Breaks(ConferenceProblems.UnknownZone);
        RuleFor(body => body.Starts).WallTime();
        RuleFor(body => body.Ends).WallTime();
        RuleFor(body => body.RegistrationCloses).Matches(Conferences.WallTime.Shape).Breaks(ConferenceProblems.NoTime).When(body => !string.IsNullOrWhiteSpace(body.RegistrationCloses));
        RuleFor(body => body.Capacity).InclusiveBetween(1, 10_000);
        RuleFor(body => body.WaitingListSize).InclusiveBetween(0, 10_000);
        RuleFor(body => body.Language).Must(Vocabulary.Language.Contains).SaysUnknownCode(Vocabulary.Language);
        Place();
        Lists();
    }

    private void Place()
    {
        RuleFor(body => body.Venue).ChildRules(venue =>
        {
            venue.RuleFor(place => place!.Name).NotEmpty().MaximumLength(160).OneLine();
            venue.RuleFor(place => place!.Address).MaximumLength(400).Printable();
        });
        When(body => !string.IsNullOrWhiteSpace(body.OnlineLink), () =>
        {
            RuleFor(body => body.OnlineLink).MaximumLength(500).Must(IsHttps).Breaks(ConferenceProblems.LinkNotHttps);
            RuleFor(body => body.OnlineLink).Must((body, _) => body.Online).Breaks(ConferenceProblems.LinkWithoutOnline);
        });
    }

    private void Lists()
    {
        RuleFor(body => body.Topics).Must(topics => topics.Count <= 5).Says("too-many", "Höchstens 5 Themen.", "At most 5 topics.").Distinct();
        RuleForEach(body => body.Topics).Must(Vocabulary.Topic.Contains).SaysUnknownCode(Vocabulary.Topic);
        RuleFor(body => body.Audiences).NotNull().Must(audiences => audiences.Count is >= 1 and <= 20).Says("one-to-twenty", "1 bis 20 Leserkreise.", "1 to 20 audiences.").Distinct();
        RuleForEach(body => body.Audiences).IsAudience();
        RuleFor(body => body.Sessions).Must(sessions => sessions.Count <= 100).Says("too-many", "Höchstens 100 Programmpunkte.", "At most 100 sessions.");
        RuleForEach(body => body.Sessions).NotNull().SetValidator(new SessionBodyValidator());
    }

    private static bool IsHttps(string? link) => Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;
}

internal sealed class SessionBodyValidator : AbstractValidator<SessionBody>
{
    public SessionBodyValidator()
    {
        RuleFor(session => session.Title).NotEmpty().Length(3, 160).OneLine();
        RuleFor(session => session.Kind).IsInEnum();
        RuleFor(session => session.Room).MaximumLength(80).OneLine();
        RuleFor(session => session.Starts).WallTime();
        RuleFor(session => session.Ends).WallTime();
        RuleFor(session => session.Speakers).Must(speakers => speakers.Count <= 20).Says("too-many", "Höchstens 20 Mitwirkende.", "At most 20 speakers.");
        RuleForEach(session => session.Speakers).NotEmpty().MaximumLength(120).OneLine();
        RuleFor(session => session.Description).MaximumLength(4_000).Printable();
    }
}

internal static class ConferenceRules
{
    public static IRuleBuilderOptions<T, TValue> Breaks<T, TValue>(this IRuleBuilderOptions<T, TValue> rule, Problem broken) =>
        rule.WithErrorCode(broken.Code).WithMessage(_ => broken.Title);

    public static IRuleBuilderOptions<T, string> WallTime<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().Matches(Conferences.WallTime.Shape).Breaks(ConferenceProblems.NoTime);

    /// <summary>No control characters at all: such a text becomes a header, a title, a line of a calendar.</summary>
    public static IRuleBuilderOptions<T, string?> OneLine<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || !text.Any(char.IsControl)).Breaks(ConferenceProblems.ControlCharacter);

    public static IRuleBuilderOptions<T, string?> Printable<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || !text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'))).Breaks(ConferenceProblems.ControlCharacter);

    public static IRuleBuilderOptions<T, IReadOnlyList<string>> Distinct<T>(this IRuleBuilder<T, IReadOnlyList<string>> rule) =>
        rule.Must(values => values.Distinct(StringComparer.Ordinal).Count() == values.Count).Breaks(ConferenceProblems.NotDistinct);
}
