using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Library.Pages;

/// <summary>Which steps a practice can take next, by its state and the caller's rights; each is the name of its form.</summary>
internal static class NextSteps
{
    public const string Change = "bearbeiten";
    public const string Submit = "einreichen";
    public const string Review = "pruefen";
    public const string Release = "freigeben";
    public const string Publish = "veroeffentlichen";
    public const string Withdraw = "zurueckziehen";
    public const string Archive = "archivieren";
    public const string Remove = "loeschen";

    /// <summary>What the page after a step says.</summary>
    public static IReadOnlyDictionary<string, string> Done { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Change] = "Ihr Text ist gespeichert.",
        [Submit] = "Eingereicht: Als Nächstes prüft eine andere Person den Text.",
        [Review] = "Die Prüfung ist abgeschlossen.",
        [Release] = "Freigegeben: Der Text darf jetzt veröffentlicht werden.",
        [Publish] = "Veröffentlicht: Diese Fassung steht jetzt in der Bibliothek.",
        [Withdraw] = "Die Veröffentlichung ist zurückgezogen.",
        [Archive] = "Das Praxisbeispiel ist archiviert.",
        [Remove] = "Der Entwurf ist gelöscht.",
    };

    public static IReadOnlySet<string> Of(PracticeState state, int revision, int? publishedRevision, TenantContext caller)
    {
        (string Step, string Operation, bool Fits)[] steps =
        [
            (Submit, nameof(SubmitPractice), state is PracticeState.Draft or PracticeState.ChangesRequested),
            (Review, nameof(ReviewPractice), state == PracticeState.Submitted),
            (Release, nameof(ReleasePractice), state == PracticeState.Reviewed),
            (Publish, nameof(PublishPractice), state is PracticeState.Released or PracticeState.Published),
            (Change, nameof(ChangePractice), state is not (PracticeState.Submitted or PracticeState.Archived)),
            (Withdraw, nameof(WithdrawPractice), publishedRevision is not null),
            (Archive, nameof(ArchivePractice), publishedRevision is null && state is not (PracticeState.Submitted or PracticeState.Archived)),
            (Remove, nameof(RemovePractice), state == PracticeState.Draft && revision == 0),
        ];
        return steps.Where(step => step.Fits && caller.May(step.Operation)).Select(step => step.Step).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The step that brings it on, in words; null where others have to act.</summary>
    public static string? LabelOf(IReadOnlySet<string> steps) => steps switch
    {
        _ when steps.Contains(Submit) => "Fertigstellen und einreichen",
        _ when steps.Contains(Review) => "Prüfen",
        _ when steps.Contains(Release) => "Freigeben",
        _ when steps.Contains(Publish) => "Veröffentlichen",
        _ => null,
    };
}
