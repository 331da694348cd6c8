namespace KoKo.Platform.Features.Library;

/// <summary>Everything that is written about a practice; a draft may leave out nearly all of it.</summary>
public sealed record PracticeContent : PracticeDescription
{
    /// <summary>What was checked before it may be shown: codes of the vocabulary <c>anonymisationCheck</c>. Never released.</summary>
    public IReadOnlyList<string> AnonymisationChecklist { get; init; } = [];

    /// <summary>On which agreements the text stands, up to 2000 characters. Never released.</summary>
    public string? ConsentBasis { get; init; }

    internal bool IsCase => Kind == PracticeKinds.Case;

    /// <summary>Whether nobody may learn which Kommune it was.</summary>
    internal bool HidesPlace => AnonymisationLevel is Anonymisation.PlaceCoarsened or Anonymisation.Composite;
}

internal static class Anonymisation
{
    public const string PlaceCoarsened = "place_coarsened";
    public const string Composite = "composite";
}
