using KoKo.Platform.Features.Members;
using KoKo.Platform.Foundation.OpenApi;

namespace KoKo.Platform.Demo.Examples;

internal sealed class MemberExamples : IOperationExamples
{
    private const string Hamm = "demo-hamm";

    public IEnumerable<OperationExample> Examples =>
    [
        OperationExample.Of<GetMe>("releaser@duisburg.example"),
        OperationExample.Of<ListMembers>(Hamm),
        OperationExample.Of<GetMember>(Hamm, route: Member("editor")),
        OperationExample.Of<ChangeMember>(Hamm, route: Member("reader")),
        OperationExample.Of<RemoveMember>(Hamm, route: Member("reviewer")),
        OperationExample.Of<RemoveInvitation>(route: new { id = DemoIds.Of("invitation/demo-invitation-to-take-back") }),
        OperationExample.Of<AcceptInvitation>(OperationExample.Anonymous),
    ];

    private static object Member(string role) => new { id = DemoIds.Account($"{role}@hamm.example") };
}
