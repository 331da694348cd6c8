using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Library;

/// <summary>The text as it was submitted; it never changes.</summary>
internal sealed class PracticeRevision : ITenantOwned
{
    private PracticeRevision()
    {
    }

    public PracticeRevision(Guid practiceId, int number, PracticeContent content, string submittedBy, DateTime submittedAt)
    {
        PracticeId = practiceId;
        Number = number;
        Content = content;
        SubmittedBy = submittedBy;
        SubmittedAt = submittedAt;
    }

    public Guid TenantId { get; private set; }

    public Guid PracticeId { get; private set; }

    public int Number { get; private set; }

    public PracticeContent Content { get; private set; } = new();

    public string SubmittedBy { get; private set; } = "";

    public DateTime SubmittedAt { get; private set; }
}

/// <summary>One line of a practice's history: who did what, when, and what she said about it.</summary>
internal sealed class PracticeLogEntry(Guid practiceId, int version, PracticeAction action, int revision, string actor, string? comment, DateTime at)
    : ITenantOwned
{
    public Guid TenantId { get; private set; }

    public Guid PracticeId { get; private set; } = practiceId;

    /// <summary>The practice's version after it.</summary>
    public int Version { get; private set; } = version;

    public PracticeAction Action { get; private set; } = action;

    public int Revision { get; private set; } = revision;

    public string Actor { get; private set; } = actor;

    public string? Comment { get; private set; } = comment;

    public DateTime At { get; private set; } = at;
}
