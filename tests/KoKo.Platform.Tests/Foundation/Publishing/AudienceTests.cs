using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Tests.Foundation.Publishing;

public sealed class AudienceTests
{
    private static readonly Guid Id = Guid.Parse("6f1d0c52-2f5e-4a0e-9a55-6a6d1f0a7b11");

    [Fact]
    public void Anonymous_callers_hold_only_public() => Assert.Equal(["public"], Audiences.Of(null).Names);

    [Fact]
    public void A_kommune_holds_network_land_and_district() =>
        Assert.Equal(["public", $"tenant:{Id}", "network", "land:05", "district:05974"], Of(TenantKind.Municipality, TenantState.Active, "05974040"));

    [Fact]
    public void A_land_holds_no_district() =>
        Assert.Equal(["public", $"tenant:{Id}", "network", "land:05"], Of(TenantKind.Land, TenantState.Active, "05"));

    [Fact]
    public void A_provider_does_not_hold_network() =>
        Assert.Equal(["public", $"tenant:{Id}"], Of(TenantKind.Provider, TenantState.Active));

    [Theory]
    [InlineData(TenantState.Onboarding)]
    [InlineData(TenantState.Closing)]
    [InlineData(TenantState.Closed)]
    public void A_tenant_that_is_not_active_holds_only_itself(TenantState state) =>
        Assert.Equal(["public", $"tenant:{Id}"], Of(TenantKind.Municipality, state, "05974040"));

    [Theory]
    [InlineData("public", true)]
    [InlineData("network", true)]
    [InlineData("land:05", true)]
    [InlineData("land:17", false)]
    [InlineData("district:05374", true)]
    [InlineData("district:5374", false)]
    [InlineData("tenant:6f1d0c52-2f5e-4a0e-9a55-6a6d1f0a7b11", true)]
    [InlineData("tenant:6F1D0C52-2F5E-4A0E-9A55-6A6D1F0A7B11", false)]
    [InlineData("everybody", false)]
    [InlineData("", false)]
    public void Only_canonical_names_are_audiences(string name, bool canonical) => Assert.Equal(canonical, Audience.IsCanonical(name));

    private static IReadOnlyList<string> Of(TenantKind kind, TenantState state, params string[] keys) =>
        Audiences.Of(new TenantInfo(Id, "slug", "Name", kind, state, true, keys)).Names;
}
