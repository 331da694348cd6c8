using System.Linq.Expressions;

namespace KoKo.Platform.Features.Library;

/// <summary>A revision in a list.</summary>
/// <param name="Number">1 for the first submission.</param>
/// <param name="SubmittedBy">Id of the account or app that submitted it.</param>
/// <param name="SubmittedAt">When; UTC.</param>
public sealed record PracticeRevisionEntryResponse(int Number, string SubmittedBy, DateTime SubmittedAt)
{
    internal static Expression<Func<PracticeRevision, PracticeRevisionEntryResponse>> Projection { get; } = revision =>
        new PracticeRevisionEntryResponse(revision.Number, revision.SubmittedBy, revision.SubmittedAt);
}

/// <summary>The text as it was submitted; it never changes.</summary>
/// <param name="PracticeId">The practice.</param>
/// <param name="Number">1 for the first submission.</param>
/// <param name="SubmittedBy">Id of the account or app that submitted it.</param>
/// <param name="SubmittedAt">When; UTC.</param>
/// <param name="Content">The text.</param>
public sealed record PracticeRevisionResponse(Guid PracticeId, int Number, string SubmittedBy, DateTime SubmittedAt, PracticeContent Content)
{
    internal static PracticeRevisionResponse Of(PracticeRevision revision) =>
        new(revision.PracticeId, revision.Number, revision.SubmittedBy, revision.SubmittedAt, revision.Content);
}
