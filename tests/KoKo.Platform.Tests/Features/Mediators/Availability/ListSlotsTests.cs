using System.Globalization;
using System.Net;
using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Mediators.Availability;

public sealed class ListSlotsTests(PlatformWorld world)
{
    [Fact]
    public async Task Says_each_slot_in_utc_and_by_the_clock_of_the_mediator()
    {
        var mediator = await world.ListedMediatorAsync();

        var slots = await mediator.SlotsAsync();

        Assert.NotEmpty(slots);
        Assert.All(slots, slot => Assert.Equal(slot.LocalStart, WallTime.Local("Europe/Berlin", slot.Start).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)));
        Assert.All(slots, slot => Assert.Equal(DayOfWeek.Monday, WallTime.Local("Europe/Berlin", slot.Start).DayOfWeek));
        Assert.Equal(["09:00", "10:00", "11:00"], slots.Select(slot => slot.LocalStart[11..]).Distinct().Order(StringComparer.Ordinal)); // the first Monday may begin late
        Assert.Equal(["10:00", "11:00", "12:00"], slots.Select(slot => slot.LocalEnd[11..]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Takes_dates_with_their_last_day_and_instants_without_their_end()
    {
        var mediator = await world.ListedMediatorAsync();
        var day = (await mediator.SlotsAsync())[3].LocalStart[..10];

        var slots = await mediator.SlotsAsync(day, day);

        Assert.Equal(["09:00", "10:00", "11:00"], slots.Select(slot => slot.LocalStart[11..]));
        Assert.Equal(slots[..2], await mediator.SlotsAsync(Iso(slots[0].Start), Iso(slots[2].Start)));
        Assert.Equal(slots, await mediator.SlotsAsync(Iso(slots[0].Start).Replace("Z", "+00:00", StringComparison.Ordinal), Iso(slots[2].End)));
    }

    [Fact]
    public async Task Keeps_the_lead_time()
    {
        var mediator = await world.ListedMediatorAsync();
        var request = SetMediatorProfileRequest.Example with { LeadTimeHours = 720 };

        (await mediator.Client.SendAsync<SetMediatorProfile>(body: request, headers: ("If-Match", "\"1\""))).As<MediatorProfileResponse>();

        var earliest = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(719);
        var slots = await mediator.SlotsAsync(Iso(TimeProvider.System.GetUtcNow().UtcDateTime), Iso(TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(60)));
        Assert.NotEmpty(slots);
        Assert.All(slots, slot => Assert.True(slot.Start > earliest));
    }

    [Theory]
    [InlineData("2027-01-01", "2027-04-03", true)]
    [InlineData("2027-01-01", "2027-04-02", false)]
    [InlineData("2027-01-02", "2027-01-01", true)]
    [InlineData("2027-01-01T00:00:00Z", "2027-01-01T00:00:00Z", true)]
    public async Task Refuses_a_span_that_is_too_long_or_empty(string from, string to, bool refused)
    {
        var mediator = await world.ListedMediatorAsync();

        var answer = await world.Anonymous.SendAsync<ListSlots>(new { id = mediator.ListingId }, query: new { from, to });

        Assert.Equal(refused ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK, answer.Status);
        if (refused)
        {
            Assert.Equal(["/to"], answer.Pointers);
        }
    }

    [Theory]
    [InlineData("2027-02-30")]
    [InlineData("2027-01-01T00:00:00")]
    [InlineData("gestern")]
    [InlineData("99999-01-01")]
    public async Task Refuses_an_unreadable_span(string from)
    {
        var mediator = await world.ListedMediatorAsync();

        var answer = await world.Anonymous.SendAsync<ListSlots>(new { id = mediator.ListingId }, query: new { from });

        answer.Refused(HttpStatusCode.BadRequest, "unknown-parameter");
        Assert.Equal(["/from"], answer.Pointers);
    }

    [Fact]
    public async Task Answers_for_a_listing_the_caller_does_not_see_as_for_a_random_id()
    {
        var mediator = await world.ListedMediatorAsync("network");

        var hidden = await world.Anonymous.SendAsync<ListSlots>(new { id = mediator.ListingId });
        var random = await world.Anonymous.SendAsync<ListSlots>(new { id = Guid.NewGuid() });

        hidden.Refused(HttpStatusCode.NotFound, "not-found");
        Assert.Equal(random.Body, hidden.Body);
        Assert.NotEmpty(await mediator.SlotsAsync(caller: await world.AppAsync("hamm")));
    }

    private static string Iso(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
