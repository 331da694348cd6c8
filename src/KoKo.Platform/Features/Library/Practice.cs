using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Library;

/// <summary>
/// A tenant's working copy of a practice. It has a state of its own; what is published is another matter
/// (<see cref="PublishedRevision"/>), so that a published practice can be written on while its rows stay live.
/// </summary>
internal sealed class Practice : ITenantOwned
{
    private Practice()
    {
    }

    public Practice(PracticeContent content, string actor, DateTime at, Guid? id = null, string? slug = null)
    {
        Id = id ?? Guid.NewGuid();
        Slug = slug ?? PracticeSlug.Of(content.Title, Id);
        CreatedAt = at;
        Take(content);
        Record(PracticeAction.Created, actor, at);
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>Follows the title until the first publication and is stable afterwards.</summary>
    public string Slug { get; private set; } = "";

    public int Version { get; private set; }

    public PracticeState State { get; private set; }

    public string Kind { get; private set; } = "";

    public string Title { get; private set; } = "";

    public PracticeContent Content { get; private set; } = new();

    public string? ExternalKey { get; private set; }

    /// <summary>Number of the latest submitted revision; 0 = never submitted.</summary>
    public int Revision { get; private set; }

    public string? SubmittedBy { get; private set; }

    /// <summary>The revision whose rows are live; null = nothing is published.</summary>
    public int? PublishedRevision { get; private set; }

    public IReadOnlyList<string> PublishedAudiences { get; private set; } = [];

    public DateTime? FirstPublishedAt { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    /// <summary>How often it was published; the version of the released rows.</summary>
    public int Publications { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime UpdatedAt { get; private set; }

    public List<PracticeRevision> Revisions { get; private set; } = [];

    public List<PracticeLogEntry> Log { get; private set; } = [];

    public void Change(PracticeContent content, DateTime at)
    {
        Refuse(State == PracticeState.Submitted, PracticeProblems.InReview);
        Refuse(State == PracticeState.Archived, PracticeProblems.Archived);
        Take(content);
        if (FirstPublishedAt is null)
        {
            Slug = PracticeSlug.Of(content.Title, Id);
        }

        // What was reviewed is the text as it stood; another text starts again.
        State = State == PracticeState.ChangesRequested ? PracticeState.ChangesRequested : PracticeState.Draft;
        Touch(at);
    }

    public void Submit(string actor, DateTime at)
    {
        Refuse(State is not (PracticeState.Draft or PracticeState.ChangesRequested), PracticeProblems.NotSubmittable);
        PracticeParts.DemandForSubmission(Content);
        State = PracticeState.Submitted;
        Revision++;
        SubmittedBy = actor;
        Revisions.Add(new PracticeRevision(Id, Revision, Content, actor, at));
        Record(PracticeAction.Submitted, actor, at);
    }

    public void Review(ReviewOutcome outcome, string? comment, TenantContext reviewer, DateTime at)
    {
        Refuse(State != PracticeState.Submitted, PracticeProblems.NotSubmitted);
        RefuseOwnSubmission(reviewer);
        var approved = outcome == ReviewOutcome.Approved;
        State = approved ? PracticeState.Reviewed : PracticeState.ChangesRequested;
        Record(approved ? PracticeAction.Approved : PracticeAction.ChangesRequested, reviewer.Actor, at, comment);
    }

    public void Release(TenantContext releaser, DateTime at)
    {
        Refuse(State != PracticeState.Reviewed, PracticeProblems.NotReviewed);
        RefuseOwnSubmission(releaser);
        State = PracticeState.Released;
        Record(PracticeAction.Released, releaser.Actor, at);
    }

    /// <summary>
    /// For a text that was released in another collection, by decision of whoever operates the platform: a revision that
    /// nobody reviews here.
    /// </summary>
    public void TakeOver(string actor, DateTime at)
    {
        Submit(actor, at);
        State = PracticeState.Released;
        Record(PracticeAction.Released, actor, at);
    }

    /// <summary>Guards that come before anything is read for the publication.</summary>
    public void DemandPublishable()
    {
        Refuse(State is not (PracticeState.Released or PracticeState.Published), PracticeProblems.NotReleased);
        PracticeParts.DemandForPublication(Content);
    }

    public void Publish(IReadOnlyList<string> audiences, string slug, string actor, DateTime at)
    {
        DemandPublishable();
        State = PracticeState.Published;
        Slug = slug;
        PublishedRevision = Revision;
        PublishedAudiences = audiences;
        PublishedAt = at;
        FirstPublishedAt ??= at;
        Publications++;
        Record(PracticeAction.Published, actor, at, string.Join(", ", audiences));
    }

    public void Withdraw(string actor, DateTime at)
    {
        Refuse(PublishedRevision is null, PracticeProblems.NotPublished);
        State = State == PracticeState.Published ? PracticeState.Released : State;
        PublishedRevision = null;
        PublishedAudiences = [];
        PublishedAt = null;
        Record(PracticeAction.Withdrawn, actor, at);
    }

    public void Archive(string actor, DateTime at)
    {
        Refuse(PublishedRevision is not null, PracticeProblems.StillPublished);
        Refuse(State is PracticeState.Submitted or PracticeState.Archived, PracticeProblems.NotArchivable);
        State = PracticeState.Archived;
        Record(PracticeAction.Archived, actor, at);
    }

    public void DemandRemovable() =>
        Refuse(State != PracticeState.Draft || Revision > 0, PracticeProblems.WasSubmitted);

    private static void Refuse(bool when, Problem problem)
    {
        if (when)
        {
            throw new ProblemException(problem);
        }
    }

    private void RefuseOwnSubmission(TenantContext caller) => Refuse(
        caller.Tenant is { FourEyesRelease: true } && SubmittedBy == caller.Actor && !(caller.IsApp && caller.MayReleaseOwnSubmissions),
        PracticeProblems.OwnSubmission);

    private void Take(PracticeContent content) => (Content, Kind, Title, ExternalKey) = (content, content.Kind, content.Title, content.ExternalKey);

    private void Record(PracticeAction action, string actor, DateTime at, string? comment = null)
    {
        Touch(at);
        Log.Add(new PracticeLogEntry(Id, Version, action, Revision, actor, comment, at));
    }

    private void Touch(DateTime at) => (Version, UpdatedAt) = (Version + 1, at);
}
