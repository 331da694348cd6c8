using System.Text.RegularExpressions;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Features.Mediators.Listings;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Features.Mediators.Requests;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Mediators;

/// <summary>No address and no account of a mediator leaves the platform, whoever asks and wherever.</summary>
public sealed partial class MediatorSecrecyTests(PlatformWorld world)
{
    [Fact]
    public async Task No_answer_holds_a_mail_address_or_the_account()
    {
        var mediator = await world.ListedMediatorAsync();
        var hamm = await world.PersonAsync(Roles.Organiser, "hamm");
        var sent = await mediator.AskedByAsync(hamm, (await mediator.SlotsAsync())[0]);
        await mediator.Client.SendAsync<AcceptMediationRequest>(new { sent.Id });
        var id = mediator.ListingId;

        foreach (var caller in (ApiClient[])[world.Anonymous, hamm, mediator.Client, await world.AppAsync("office")])
        {
            ApiAnswer[] answers =
            [
                await caller.SendAsync<ListMediators>(query: new { limit = 100 }),
                await caller.SendAsync<GetMediator>(new { id }),
                await caller.SendAsync<ListSlots>(new { id }),
                await caller.SendAsync<SearchNetwork>(query: new { q = "Mediatorin", kind = "mediator" }),
                await caller.SendAsync<GetMediatorProfile>(),
                await caller.SendAsync<GetMediatorAvailability>(),
                await caller.SendAsync<ListMediationRequests>(query: new { limit = 100 }),
                await caller.SendAsync<GetMediationRequest>(new { sent.Id }),
                await caller.SendAsync<ListBookings>(query: new { limit = 100 }),
            ];

            Assert.All(answers, answer => Assert.DoesNotMatch(Address(), answer.Body));
            Assert.All(answers, answer => Assert.DoesNotContain(mediator.AccountId.ToString(), answer.Body, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task No_page_holds_a_mail_address_or_the_account()
    {
        var mediator = await world.ListedMediatorAsync();
        await mediator.AskedByAsync(await world.PersonAsync(Roles.Organiser, "hamm"), (await mediator.SlotsAsync())[0]);
        using var nobody = new HubClient(world);
        using var member = await world.HubAsync(Roles.Organiser, "hamm");
        using var hers = await world.HubAsync(mediator.Mail);

        foreach (var hub in (HubClient[])[nobody, member, hers])
        {
            foreach (var path in (string[])["/mediation", $"/mediation/{mediator.ListingId}", $"/mediation/{DemoMediator.ListingOf(1)}", "/anfragen", "/mein-profil"])
            {
                var page = await hub.GetAsync(path);
                var main = page.Html.Split("<main", 2)[^1].Split("</main>", 2)[0];
                Assert.DoesNotMatch(Address(), main);
                Assert.DoesNotContain(mediator.AccountId.ToString(), page.Html, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.\w+")]
    private static partial Regex Address();
}
