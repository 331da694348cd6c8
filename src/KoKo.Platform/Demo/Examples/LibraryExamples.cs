using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.OpenApi;

namespace KoKo.Platform.Demo.Examples;

internal sealed class LibraryExamples : IOperationExamples
{
    private const string Office = "demo-office";

    private static readonly string[] Network = ["network"];

    public IEnumerable<OperationExample> Examples =>
    [
        OperationExample.Of<ListReleasedPractices>(OperationExample.Anonymous, query: new { topic = "neighbourhood", limit = 5 }),
        OperationExample.Of<GetReleasedPractice>(route: new { id = FirstReleased }),
        OperationExample.Of<ListSimilarPractices>(route: new { id = FirstReleased }, query: new { limit = 3 }),
        OperationExample.Of<ListPractices>(Office, query: new { state = "draft" }),
        OperationExample.Of<GetPractice>(Office, route: new { id = FirstReleased }),
        OperationExample.Of<ListPracticeRevisions>(Office, route: new { id = FirstReleased }),
        OperationExample.Of<GetPracticeRevision>(Office, route: new { id = FirstReleased, number = 1 }),
        OperationExample.Of<CreatePractice>(body: DemoDrafts.Of(DemoDrafts.Submit)),
        OperationExample.Of<ChangePractice>(Office, route: Waiting(DemoDrafts.Change), body: DemoDrafts.Of(DemoDrafts.Change) with { CostBand = "under_5k" }),
        OperationExample.Of<RemovePractice>(Office, route: Waiting(DemoDrafts.Remove)),
        OperationExample.Of<SubmitPractice>(Office, route: Waiting(DemoDrafts.Submit)),
        OperationExample.Of<ReviewPractice>(Office, route: Waiting(DemoDrafts.Review), body: new { outcome = "approved", comment = "Gut lesbar, alle Angaben geprüft." }),
        OperationExample.Of<ReleasePractice>(Office, route: Waiting(DemoDrafts.Release)),
        OperationExample.Of<PublishPractice>(Office, route: Waiting(DemoDrafts.Publish), body: new { audiences = Network }),
        OperationExample.Of<WithdrawPractice>(Office, route: Waiting(DemoDrafts.Withdraw)),
        OperationExample.Of<ArchivePractice>(Office, route: Waiting(DemoDrafts.Archive)),
    ];

    private static Guid FirstReleased { get; } = DemoLibrary.Files().First().Id;

    private static object Waiting(string step) => new { id = DemoLibrary.Waiting(step) };
}
