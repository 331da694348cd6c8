using System.Net;
using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Mediators.Availability;

public sealed class SetMediatorAvailabilityTests(PlatformWorld world)
{
    private static readonly AvailabilityRuleBody Friday = new(DayOfWeek.Friday, "14:00", "15:30", 90, null, null);

    [Fact]
    public async Task Replaces_the_week_and_the_free_slots_follow()
    {
        var mediator = await world.ListedMediatorAsync();

        var stored = (await SetAsync(mediator, Friday)).As<AvailabilityResponse>();

        Assert.Equal([Friday], stored.Rules);
        Assert.Equal([Friday], (await mediator.Client.SendAsync<GetMediatorAvailability>()).As<AvailabilityResponse>().Rules);
        Assert.All(await mediator.SlotsAsync(), slot => Assert.Equal(("T14:00", "T15:30"), (slot.LocalStart[10..], slot.LocalEnd[10..])));
        Assert.NotEmpty(await mediator.SlotsAsync());
    }

    [Fact]
    public async Task Refuses_windows_that_overlap_with_a_pointer_to_each()
    {
        var mediator = await world.ListedMediatorAsync();

        var answer = await SetAsync(mediator, Friday, MediatorCast.Monday, Friday with { Start = "15:00", End = "17:00" });

        answer.Refused(HttpStatusCode.UnprocessableEntity, "overlapping-windows");
        Assert.Equal(["/rules/2"], answer.Pointers);
        await UnchangedAsync(mediator);
    }

    [Fact]
    public async Task Takes_windows_that_touch_or_hold_at_different_times()
    {
        var mediator = await world.ListedMediatorAsync();
        var spring = Friday with { ValidTo = new DateOnly(2030, 6, 30) };
        var summer = Friday with { ValidFrom = new DateOnly(2030, 7, 1) };

        Assert.Equal(HttpStatusCode.OK, (await SetAsync(mediator, spring, summer, Friday with { Start = "15:30", End = "17:00" })).Status);
    }

    [Theory]
    [InlineData("12:00", "09:00", 60, "/rules/0/end")]
    [InlineData("09:00", "09:00", 60, "/rules/0/end")]
    [InlineData("9:00", "12:00", 60, "/rules/0/start")]
    [InlineData("24:00", "25:00", 60, "/rules/0/end /rules/0/start")]
    [InlineData("09:00", "10:00", 61, "/rules/0/slotMinutes")]
    [InlineData("09:00", "12:00", 14, "/rules/0/slotMinutes")]
    [InlineData("٠٩:00", "12:00", 60, "/rules/0/start")]
    public async Task Refuses_a_window_that_is_none(string start, string end, int minutes, string pointers)
    {
        var mediator = await world.ListedMediatorAsync();

        var answer = await SetAsync(mediator, new AvailabilityRuleBody(DayOfWeek.Monday, start, end, minutes, null, null));

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(pointers.Split(' '), answer.Pointers.Distinct().Order(StringComparer.Ordinal));
        await UnchangedAsync(mediator);
    }

    [Theory]
    [InlineData("""{"rules":[null]}""")]
    [InlineData("""{"rules":null}""")]
    [InlineData("{}")]
    [InlineData("""{"rules":[{"weekday":"someday","start":"09:00","end":"10:00","slotMinutes":60}]}""")]
    [InlineData("""{"rules":[{"weekday":"monday","slotMinutes":60}]}""")]
    [InlineData("""{"rules":[],"accountId":"8b9d4c53-8ef8-4a4f-9f0e-0f8f6b8a7a11"}""")]
    public async Task Refuses_a_body_of_another_shape(string body)
    {
        var mediator = await world.ListedMediatorAsync();

        var answer = await mediator.Client.SendAsync<SetMediatorAvailability>(body: body);

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        await UnchangedAsync(mediator);
    }

    [Fact]
    public async Task Is_for_mediators_only()
    {
        var body = new SetMediatorAvailabilityRequest([Friday]);

        (await world.Anonymous.SendAsync<SetMediatorAvailability>(body: body)).Refused(HttpStatusCode.Unauthorized, "unauthenticated");
        (await (await world.AppAsync("duisburg")).SendAsync<SetMediatorAvailability>(body: body)).Refused(HttpStatusCode.NotFound, "not-found");
        (await (await world.PersonAsync(KoKo.Platform.Foundation.Tenancy.Roles.Organiser, "hamm")).SendAsync<SetMediatorAvailability>(body: body)).Refused(HttpStatusCode.NotFound, "not-found");
    }

    private static Task<ApiAnswer> SetAsync(MediatorCast mediator, params AvailabilityRuleBody[] rules) =>
        mediator.Client.SendAsync<SetMediatorAvailability>(body: new SetMediatorAvailabilityRequest(rules));

    private static async Task UnchangedAsync(MediatorCast mediator) =>
        Assert.Equal([MediatorCast.Monday], (await mediator.Client.SendAsync<GetMediatorAvailability>()).As<AvailabilityResponse>().Rules);
}
