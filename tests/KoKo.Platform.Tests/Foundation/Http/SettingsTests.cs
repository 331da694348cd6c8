using KoKo.Platform.Foundation.Commands;
using KoKo.Platform.Foundation.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KoKo.Platform.Tests.Foundation.Http;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("Production", null, PlatformOptions.Missing)]
    [InlineData("Production", "koko.example.org", PlatformOptions.Unusable)]
    [InlineData("Production", "ftp://koko.example.org", PlatformOptions.Unusable)]
    [InlineData("Production", "https://koko.example.org/platform", PlatformOptions.Unusable)]
    [InlineData("Production", "https://koko.example.org", null)]
    [InlineData("Development", null, null)]
    public async Task Outside_Development_the_public_address_is_needed(string environment, string? address, string? failure)
    {
        var (right, text) = await CheckAsync(environment, ("Platform:BaseUrl", address));

        Assert.Equal((failure is null, failure is null ? "" : $"The platform does not start:\n  {failure}\n"), (right, text));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("10.0.0.0/8, 192.168.1.7;fd00::/8 ::1", true)]
    [InlineData("10.0.0.0/33", false)]
    [InlineData("proxy.example.org", false)]
    [InlineData("*", false)]
    public async Task Known_proxies_are_addresses_and_networks(string known, bool right) =>
        Assert.Equal(right, (await CheckAsync("Development", ("Proxies:Known", known))).Right);

    [Fact]
    public async Task Only_known_proxies_are_believed_whatever_the_environment_says()
    {
        await using var open = Build("Production", ("ForwardedHeaders_Enabled", "true"));
        await using var closed = Build("Production", ("Proxies:Known", "10.0.0.0/8, 192.168.1.7"));

        Assert.Equal(ForwardedHeaders.None, Headers(open).ForwardedHeaders);
        Assert.Equal("10.0.0.0/8 192.168.1.7", $"{Headers(closed).KnownIPNetworks.Single()} {Headers(closed).KnownProxies.Single()}");
    }

    private static ForwardedHeadersOptions Headers(WebApplication app) => app.Services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value;

    private static async Task<(bool Right, string Text)> CheckAsync(string environment, params (string, string?)[] settings)
    {
        await using var app = Build(environment, settings);
        await using var output = new StringWriter();
        return (app.SettingsAreRight(output), output.ToString().ReplaceLineEndings("\n"));
    }

    private static WebApplication Build(string environment, params (string Name, string? Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)));
        return builder.AddAddresses().Build();
    }
}
