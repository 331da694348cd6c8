using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Conferences;

/// <summary>The organiser's working copy. The network sees what was last published of it.</summary>
internal sealed class Conference : ITenantOwned
{
    private Conference()
    {
    }

    public Conference(ConferenceContent content, DateTime now, Guid? id = null)
    {
        Id = id ?? Guid.NewGuid();
        CreatedAt = now;
        Take(content, now);
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    public ConferenceContent Content { get; private set; } = null!;

    /// <summary>From the content, to sort by.</summary>
    public DateTime StartsAt { get; private set; }

    public int Version { get; private set; } = 1;

    /// <summary>The version the network sees; null = none.</summary>
    public int? PublishedVersion { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>The SEQUENCE of calendar files: grows with every publication that changed something.</summary>
    public int Sequence { get; private set; } = -1;

    public DateTime CreatedAt { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public bool IsPublished => PublishedVersion is not null;

    public ConferenceState State => (IsPublished, WithdrawnAt) switch
    {
        (true, _) => ConferenceState.Published,
        (_, null) => ConferenceState.Draft,
        _ => ConferenceState.Withdrawn,
    };

    public bool HasUnpublishedChanges => IsPublished && PublishedVersion != Version;

    public void Change(ConferenceContent content, DateTime now)
    {
        Take(content, now);
        Version++;
    }

    /// <summary>Marks this version as the one the network sees; repeating it changes nothing.</summary>
    public void Publish(DateTime now)
    {
        Content.RequireComplete();
        if (PublishedVersion == Version)
        {
            return;
        }

        Version++;
        PublishedVersion = Version;
        PublishedAt = now;
        WithdrawnAt = null;
        Sequence++;
    }

    public void Withdraw(DateTime now)
    {
        if (!IsPublished)
        {
            throw new ProblemException(ConferenceProblems.NotPublished);
        }

        Version++;
        PublishedVersion = null;
        WithdrawnAt = now;
    }

    private void Take(ConferenceContent content, DateTime now)
    {
        content.RequireSound();
        Content = content;
        StartsAt = content.Starts.Utc;
        ChangedAt = now;
    }
}

/// <summary>What the network knows of a conference.</summary>
public enum ConferenceState
{
    /// <summary>Nothing yet.</summary>
    Draft,

    /// <summary>It is published.</summary>
    Published,

    /// <summary>It was published and taken back.</summary>
    Withdrawn,
}
