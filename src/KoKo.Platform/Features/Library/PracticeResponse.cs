using System.Linq.Expressions;

namespace KoKo.Platform.Features.Library;

/// <summary>A working copy of the own tenant.</summary>
/// <param name="Id">Its id, also in the library once it is published.</param>
/// <param name="Slug">A readable part of its address; stable once it was published.</param>
/// <param name="State">Where the working copy stands.</param>
/// <param name="Version">Counts every change; the same number as the ETag.</param>
/// <param name="Revision">Number of the latest submitted revision; 0 = never submitted.</param>
/// <param name="SubmittedBy">Id of the account or app that submitted it last.</param>
/// <param name="PublishedRevision">The revision that is live in the library; null = none.</param>
/// <param name="PublishedAudiences">Who sees it in the library.</param>
/// <param name="PublishedAt">When it was last published; UTC.</param>
/// <param name="CreatedAt">When it was created; UTC.</param>
/// <param name="UpdatedAt">When it was last changed; UTC.</param>
/// <param name="MissingParts">JSON pointers into <c>content</c>: what is missing before it can be published.</param>
/// <param name="Content">The text as it stands.</param>
/// <param name="History">What was done with it, oldest first.</param>
public sealed record PracticeResponse(
    Guid Id,
    string Slug,
    PracticeState State,
    int Version,
    int Revision,
    string? SubmittedBy,
    int? PublishedRevision,
    IReadOnlyList<string> PublishedAudiences,
    DateTime? PublishedAt,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    IReadOnlyList<string> MissingParts,
    PracticeContent Content,
    IReadOnlyList<PracticeLogResponse> History)
{
    internal static PracticeResponse Of(Practice practice) => new(
        practice.Id,
        practice.Slug,
        practice.State,
        practice.Version,
        practice.Revision,
        practice.SubmittedBy,
        practice.PublishedRevision,
        practice.PublishedAudiences,
        practice.PublishedAt,
        practice.CreatedAt,
        practice.UpdatedAt,
        PracticeParts.MissingForPublication(practice.Content),
        practice.Content,
        [.. practice.Log.OrderBy(entry => entry.Version).Select(PracticeLogResponse.Of)]);
}

/// <summary>One line of a practice's history.</summary>
/// <param name="Action">What was done.</param>
/// <param name="Revision">With which revision; 0 = before the first submission.</param>
/// <param name="Actor">Id of the account or app that did it.</param>
/// <param name="Comment">What the review said, or the audiences of a publication.</param>
/// <param name="At">When; UTC.</param>
public sealed record PracticeLogResponse(PracticeAction Action, int Revision, string Actor, string? Comment, DateTime At)
{
    internal static PracticeLogResponse Of(PracticeLogEntry entry) => new(entry.Action, entry.Revision, entry.Actor, entry.Comment, entry.At);
}

/// <summary>A working copy in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">A readable part of its address.</param>
/// <param name="Kind">A code of the vocabulary <c>practiceKind</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="State">Where the working copy stands.</param>
/// <param name="Version">Counts every change.</param>
/// <param name="Revision">Number of the latest submitted revision; 0 = never submitted.</param>
/// <param name="PublishedRevision">The revision that is live in the library; null = none.</param>
/// <param name="CreatedAt">When it was created; UTC.</param>
/// <param name="UpdatedAt">When it was last changed; UTC.</param>
public sealed record PracticeEntryResponse(
    Guid Id,
    string Slug,
    string Kind,
    string Title,
    PracticeState State,
    int Version,
    int Revision,
    int? PublishedRevision,
    DateTime CreatedAt,
    DateTime UpdatedAt)
{
    internal static Expression<Func<Practice, PracticeEntryResponse>> Projection { get; } = practice => new PracticeEntryResponse(
        practice.Id,
        practice.Slug,
        practice.Kind,
        practice.Title,
        practice.State,
        practice.Version,
        practice.Revision,
        practice.PublishedRevision,
        practice.CreatedAt,
        practice.UpdatedAt);
}
