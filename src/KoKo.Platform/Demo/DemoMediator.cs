using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Features.Mediators.Profiles;

namespace KoKo.Platform.Demo;

/// <summary>An invented mediator: an account without any membership, a profile and a week.</summary>
internal sealed record DemoMediator(int Number, string Name, string TitleForm, string Role, string Bio)
{
    /// <summary>Dates far ahead on which every demo mediator is free from 9 to 12: examples must not depend on the day.</summary>
    public static IReadOnlyList<DateOnly> OpenDates { get; } = [new(2034, 3, 7), new(2034, 3, 14), new(2034, 3, 21)];

    public required string[] Topics { get; init; }

    public required string[] Methods { get; init; }

    public string[] Languages { get; init; } = [];

    public string[] Regions { get; init; } = ["05"];

    public string[] Audiences { get; init; } = ["public", "network"];

    public bool Online { get; init; } = true;

    public string FeeBand { get; init; } = "by_arrangement";

    public Qualification[] Qualifications { get; init; } = [];

    public (DayOfWeek Day, string From, string To, int Minutes)[] Week { get; init; } =
        [(DayOfWeek.Tuesday, "09:00", "12:00", 60), (DayOfWeek.Thursday, "13:00", "17:00", 60)];

    public string Mail => MailOf(Number);

    public Guid AccountId => DemoIds.Account(Mail);

    public Guid ListingId => ListingOf(Number);

    public static string MailOf(int number) => $"mediatorin{number}@mediation.example";

    public static Guid ListingOf(int number) => DemoIds.Of($"listing/mediatorin{number}");

    public ProfileContent Content() => new()
    {
        TitleForm = TitleForm,
        Organisation = $"Büro {Name} (erfunden)",
        Role = Role,
        Bio = Bio,
        Qualifications = Qualifications,
        Languages = [new LanguageSkill("de", "native"), .. Languages.Select(code => new LanguageSkill(code, "b2"))],
        Topics = Topics,
        Methods = Methods,
        Regions = Regions,
        Online = Online,
        RadiusKm = 100,
        FeeBand = FeeBand,
    };

    public IEnumerable<AvailabilityRule> Rules() => Week.Select(window => new AvailabilityRule(
        window.Day,
        new AvailabilityWindow(TimeOnly.Parse(window.From, System.Globalization.CultureInfo.InvariantCulture), TimeOnly.Parse(window.To, System.Globalization.CultureInfo.InvariantCulture), window.Minutes)));
}
