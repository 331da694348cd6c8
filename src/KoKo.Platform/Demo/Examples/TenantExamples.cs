using KoKo.Platform.Features.Tenants;
using KoKo.Platform.Features.Tenants.Onboarding;
using KoKo.Platform.Foundation.OpenApi;

namespace KoKo.Platform.Demo.Examples;

internal sealed class TenantExamples : IOperationExamples
{
    private const string Office = "demo-office";

    public IEnumerable<OperationExample> Examples =>
    [
        OperationExample.Of<ApplyForOnboarding>(OperationExample.Anonymous),
        OperationExample.Of<ListOnboardings>(Office, query: new { state = "open", limit = 5 }),
        OperationExample.Of<GetOnboarding>(Office, route: new { id = DemoTenancy.Waiting }),
        OperationExample.Of<ApproveOnboarding>(Office, route: new { id = DemoTenancy.ToApprove }),
        OperationExample.Of<RefuseOnboarding>(Office, route: new { id = DemoTenancy.ToRefuse }),
        OperationExample.Of<RenewOnboardingInvitation>(Office, route: new { id = DemoTenancy.Admitted }),
        OperationExample.Of<ListTenants>(OperationExample.Anonymous, query: new { kind = "district", land = "05" }),
        OperationExample.Of<GetTenant>(OperationExample.Anonymous, route: new { slug = "duisburg" }),
        OperationExample.Of<GetOwnTenant>(),
        OperationExample.Of<ChangeOwnTenant>("demo-hamm", body: new { name = "Hamm", fourEyesRelease = true }),
    ];
}
