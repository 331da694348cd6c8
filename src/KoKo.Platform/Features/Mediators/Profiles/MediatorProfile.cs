using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Mediators.Profiles;

/// <summary>A mediator as she describes herself. It comes into being with an accepted invitation.</summary>
internal sealed class MediatorProfile : IPersonOwned
{
    private MediatorProfile()
    {
    }

    public MediatorProfile(string name, string contactMail, ProfileContent? content = null, Guid? listingId = null)
    {
        Content = content ?? new ProfileContent();
        Name = name;
        ContactMail = contactMail;
        ListingId = listingId ?? Guid.NewGuid();
    }

    public Guid AccountId { get; private set; }

    /// <summary>The id others know: random, so that a listing never leads to the account.</summary>
    public Guid ListingId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Where the platform writes to; it is in no answer, also not in her own.</summary>
    public string ContactMail { get; private set; } = "";

    public string TimeZone { get; private set; } = "Europe/Berlin";

    public int LeadTimeHours { get; private set; } = 48;

    public ProfileContent Content { get; private set; } = new();

    public int Version { get; private set; } = 1;

    public void Change(string name, string timeZone, int leadTimeHours, ProfileContent content, string? contactMail)
    {
        Name = name;
        TimeZone = timeZone;
        LeadTimeHours = leadTimeHours;
        Content = content;
        ContactMail = contactMail ?? ContactMail;
        Version++;
    }
}
