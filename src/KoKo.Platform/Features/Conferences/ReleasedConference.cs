using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Conferences;

/// <summary>What one audience sees of a published conference.</summary>
internal sealed class ReleasedConference : IDatedRelease
{
    private ReleasedConference()
    {
    }

    private ReleasedConference(Conference conference, TenantInfo organiser, string audience, IReadOnlyList<string> shadowedBy)
    {
        ItemId = conference.Id;
        Audience = audience;
        ShadowedBy = [.. shadowedBy];
        PublisherId = organiser.Id;
        Organiser = organiser.Name;
        Content = FieldsFor(audience, conference.Content);
        Topics = [.. conference.Content.Topics];
        StartsAt = Content.Starts.Utc;
        EndsAt = Content.Ends.Utc;
        Sequence = conference.Sequence;
        PublishedAt = conference.PublishedAt ?? conference.ChangedAt;
    }

    public Guid ItemId { get; private set; }

    public string Audience { get; private set; } = "";

    public IReadOnlyList<string> ShadowedBy { get; private set; } = [];

    public Guid PublisherId { get; private set; }

    /// <summary>The organising tenant's name at publication.</summary>
    public string Organiser { get; private set; } = "";

    public ConferenceContent Content { get; private set; } = null!;

    public List<string> Topics { get; private set; } = [];

    public DateTime StartsAt { get; private set; }

    public DateTime EndsAt { get; private set; }

    public int Sequence { get; private set; }

    public DateTime PublishedAt { get; private set; }

    public DateTime VisibleSince { get; private set; }

    /// <summary>One row per audience. Each is shadowed by all narrower ones, so that a caller of several gets exactly one.</summary>
    public static IReadOnlyList<ReleasedConference> RowsOf(Conference conference, TenantInfo organiser)
    {
        var audiences = WidestFirst(conference.Content.Audiences);
        return [.. audiences.Select((audience, index) => new ReleasedConference(conference, organiser, audience, audiences[(index + 1)..]))];
    }

    // Everybody may read a public row: rooms and the link are for those who are invited by name or by network.
    private static ConferenceContent FieldsFor(string audience, ConferenceContent content) => content with
    {
        Audiences = [],
        OnlineLink = audience == Foundation.Publishing.Audience.Public ? null : content.OnlineLink,
        Sessions = audience == Foundation.Publishing.Audience.Public ? [.. content.Sessions.Select(session => session with { Room = null })] : content.Sessions,
    };

    private static string[] WidestFirst(IEnumerable<string> audiences) =>
        [.. audiences.Distinct(StringComparer.Ordinal).OrderBy(Narrowness).ThenBy(audience => audience, StringComparer.Ordinal)];

    private static int Narrowness(string audience) => audience.Split(':')[0] switch
    {
        "public" => 0,
        "network" => 1,
        "land" => 2,
        "district" => 3,
        _ => 4,
    };
}
