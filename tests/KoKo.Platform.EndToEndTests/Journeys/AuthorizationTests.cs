using System.Text.Json;
using KoKo.Platform.EndToEndTests.Fixture;
using KoKo.Platform.EndToEndTests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KoKo.Platform.EndToEndTests.Journeys;

public sealed class AuthorizationTests(Platforms platforms, Browser browser)
{
    private const string InTwoTenants = "editor@zwei-mandanten.example";

    [Fact]
    public async Task A_person_chooses_the_tenant_an_app_gets_a_code_for()
    {
        await using var window = await browser.OpenAsync(await platforms.AddressAsync(Dress.Installed), width: 360);
        var signIn = new SignInPage(window);
        await AnswerForAsync(window, Authorization.OwnClient);

        await window.GoAsync(Authorization.Of(Authorization.OwnClient));
        await signIn.SignInAsync(InTwoTenants);
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("möchte in Ihrem Namen arbeiten");
        Assert.Empty(await window.BarriersAsync());
        await window.Page.GetByLabel("Krefeld").CheckAsync();
        await window.PressAsync("Erlauben");

        await window.Page.WaitForURLAsync(Authorization.OwnClient.RedirectUri + "?*");
        Assert.Equal("from-the-app", window.Query["state"]);
        var token = await TokenAsync(window, window.Query["code"]!);
        var me = await JsonAsync(await window.Page.APIRequest.GetAsync("/v1/me", new() { Headers = new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" } }));
        Assert.Equal("krefeld", me.GetProperty("tenant").GetProperty("slug").GetString());
    }

    [Fact]
    public async Task A_third_partys_app_is_offered_no_other_tenant_and_hears_of_a_refusal()
    {
        await using var window = await browser.OpenAsync(await platforms.AddressAsync(Dress.Installed));
        await AnswerForAsync(window, Authorization.ReaderOfDuisburg);
        await new SignInPage(window).SignInAsync(InTwoTenants);

        await window.GoAsync(Authorization.Of(Authorization.ReaderOfDuisburg));
        await Expect(window.Page.GetByLabel("Duisburg")).ToBeCheckedAsync();
        await Expect(window.Page.GetByLabel("Krefeld")).ToHaveCountAsync(0);
        await window.PressAsync("Ablehnen");

        await window.Page.WaitForURLAsync(Authorization.ReaderOfDuisburg.RedirectUri + "?*");
        Assert.Equal("access_denied", window.Query["error"]);
        Assert.Null(window.Query["code"]);
    }

    // nothing listens there: the app would run on the person's own machine
    private static async Task AnswerForAsync(Window window, AuthorizingClient client) =>
        await window.Page.RouteAsync(client.RedirectUri + "?*", route => route.FulfillAsync(new() { ContentType = "text/plain", Body = "Danke" }));

    private static async Task<string> TokenAsync(Window window, string code)
    {
        var form = window.Page.APIRequest.CreateFormData();
        form.Set("grant_type", "authorization_code").Set("client_id", Authorization.OwnClient.Id).Set("code", code)
            .Set("redirect_uri", Authorization.OwnClient.RedirectUri).Set("code_verifier", Authorization.Verifier);
        return (await JsonAsync(await window.Page.APIRequest.PostAsync("/connect/token", new() { Form = form }))).GetProperty("access_token").GetString()!;
    }

    private static async Task<JsonElement> JsonAsync(IAPIResponse answer)
    {
        Assert.True(answer.Ok, await answer.TextAsync());
        return (await answer.JsonAsync())!.Value;
    }
}
