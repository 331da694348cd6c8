using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Mediators;
using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Features.Mediators.Listings;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Features.Mediators.Requests;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Features.Mediators;

/// <summary>A mediator of one test: an account without membership, free on Mondays from 9 to 12, listed if asked for.</summary>
internal sealed record MediatorCast(PlatformWorld World, string Mail, Guid ListingId, ApiClient Client)
{
    public static readonly AvailabilityRuleBody Monday = new(DayOfWeek.Monday, "09:00", "12:00", 60, null, null);

    public Guid AccountId => DemoIds.Account(Mail);

    public async Task<SlotResponse[]> SlotsAsync(string? from = null, string? to = null, ApiClient? caller = null) =>
        [.. (await (caller ?? World.Anonymous).SendAsync<ListSlots>(new { id = ListingId }, query: new { from, to })).As<SlotsResponse>().Items];

    public RequestMediationRequest Asking(SlotResponse slot) =>
        new(ListingId, slot.Start, slot.End, "neighbourhood", "intergroup", MediationFormat.Online, "Im Frühjahr", "Stabsstelle Integration");

    public async Task<MediationRequestResponse> AskedByAsync(ApiClient tenant, SlotResponse slot) =>
        (await tenant.SendAsync<RequestMediation>(body: Asking(slot))).As<MediationRequestResponse>(HttpStatusCode.Created);

    /// <summary>Looks into the mediator's own rows.</summary>
    public async Task<T> InsideAsync<T>(Func<PlatformDb, Task<T>> look)
    {
        await using var scope = World.Services.GetRequiredService<TenantScopes>().Open(TenantContext.OfPerson(AccountId));
        return await look(scope.ServiceProvider.GetRequiredService<PlatformDb>());
    }
}

internal static class MediatorWorld
{
    public static Task<MediatorCast> ListedMediatorAsync(this PlatformWorld world, params string[] audiences) =>
        world.MediatorAsync(null, audiences.Length == 0 ? ["public", "network"] : audiences);

    public static async Task<MediatorCast> MediatorAsync(this PlatformWorld world, string? name = null, params string[] audiences)
    {
        var mail = $"{Guid.NewGuid():N}@mediation.example";
        var listing = Guid.NewGuid();
        await SeedAsync(world, name ?? $"Probe {listing:N}", mail, listing);
        var mediator = new MediatorCast(world, mail, listing, await world.PersonAsync(mail, null));
        (await mediator.Client.SendAsync<SetMediatorAvailability>(body: new SetMediatorAvailabilityRequest([MediatorCast.Monday]))).As<AvailabilityResponse>();
        if (audiences.Length > 0)
        {
            (await mediator.Client.SendAsync<PublishMediatorListing>(body: new PublishMediatorListingRequest(audiences, ConsentText.Version))).As<MediatorListingResponse>(HttpStatusCode.Created);
        }

        return mediator;
    }

    private static async Task SeedAsync(PlatformWorld world, string name, string mail, Guid listing)
    {
        var scopes = world.Services.GetRequiredService<TenantScopes>();
        await using (var scope = scopes.Open(TenantContext.Anonymous))
        {
            var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
            db.Users.Add(DemoWorld.Person(mail));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var own = scopes.Open(TenantContext.OfPerson(DemoIds.Account(mail)));
        var person = own.ServiceProvider.GetRequiredService<PlatformDb>();
        person.MediatorProfiles.Add(new MediatorProfile(name, mail, Content, listing));
        await person.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private static ProfileContent Content => new()
    {
        TitleForm = "Mediatorin",
        Organisation = "Büro Probe",
        Bio = "Ein Satz über die Arbeit.",
        Topics = ["neighbourhood"],
        Methods = ["mediation"],
        Languages = [new LanguageSkill("de", "native"), new LanguageSkill("tr", "b2")],
        Regions = ["05112"],
        Online = true,
        RadiusKm = 50,
        FeeBand = "by_arrangement",
        Qualifications = [new Qualification("association_license", "Musterverband", new DateOnly(2020, 1, 31), null)],
    };
}
