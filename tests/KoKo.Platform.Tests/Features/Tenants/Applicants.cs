using KoKo.Platform.Features.Tenants.Onboarding;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Tenants;

/// <summary>Invented Kommunen of the demo register that nobody else uses.</summary>
internal static class Applicants
{
    private static int taken;

    /// <summary>Keys of Länder other than 05, so that the demo world's own applicants stay alone, and than 16, of which tests name keys themselves.</summary>
    public static string FreeKey()
    {
        var number = Interlocked.Increment(ref taken) - 1;
        var land = new[] { "01", "03", "06", "07", "08", "09", "10", "12", "13", "14", "15" }[number / 42];
        return $"{land}999{(number % 42 / 6) + 1}{(number % 6) + 1:00}";
    }

    public static ApplyForOnboardingRequest Request(string? key = null, TenantKind kind = TenantKind.Municipality, string? name = null)
    {
        var given = key ?? FreeKey();
        return new ApplyForOnboardingRequest(kind, name ?? $"Neustadt {given}", given, "Kim Beispiel", $"kim-{Guid.NewGuid():N}@neustadt.example", "Stabsstelle Integration");
    }

    /// <returns>The id of an application that waits for the office.</returns>
    public static async Task<Guid> AppliesAsync(this PlatformWorld world, ApplyForOnboardingRequest request)
    {
        var answer = await world.Anonymous.SendAsync<ApplyForOnboarding>(body: request);
        return answer.As<OnboardingReceiptResponse>(System.Net.HttpStatusCode.Created).Id;
    }

    public static async Task<OnboardingResponse> AdmittedAsync(this PlatformWorld world, ApplyForOnboardingRequest request)
    {
        var office = await world.AppAsync("office");
        var answer = await office.SendAsync<ApproveOnboarding>(route: new { id = await world.AppliesAsync(request) });
        return answer.As<OnboardingResponse>();
    }
}
