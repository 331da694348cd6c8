using System.Net;
using KoKo.Platform.Features.Mediators.Availability;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Mediators.Availability;

public sealed class SetAvailabilityExceptionTests(PlatformWorld world)
{
    [Fact]
    public async Task A_mediator_blocks_a_day_and_its_slots_are_gone_until_she_opens_it_again()
    {
        var mediator = await world.ListedMediatorAsync();
        var before = await mediator.SlotsAsync();
        var day = before[0].LocalStart[..10];

        (await SetAsync(mediator, day)).As<AvailabilityExceptionResponse>();

        Assert.Equal(before.Where(slot => !slot.LocalStart.StartsWith(day, StringComparison.Ordinal)), await mediator.SlotsAsync());

        Assert.Equal(HttpStatusCode.NoContent, (await mediator.Client.SendAsync<RemoveAvailabilityException>(new { date = day })).Status);
        Assert.Equal(before, await mediator.SlotsAsync());
    }

    [Fact]
    public async Task Other_windows_replace_those_of_the_day()
    {
        var mediator = await world.ListedMediatorAsync();
        var day = (await mediator.SlotsAsync())[0].LocalStart[..10];

        var stored = (await SetAsync(mediator, day, new WindowBody("18:00", "19:00", 30), new WindowBody("07:00", "08:00", 60))).As<AvailabilityExceptionResponse>();

        Assert.Equal(["07:00", "18:00"], stored.Windows.Select(window => window.Start));
        Assert.Equal(["07:00", "18:00", "18:30"], (await mediator.SlotsAsync(day, day)).Select(slot => slot.LocalStart[11..]));
    }

    [Fact]
    public async Task A_date_far_ahead_can_be_opened()
    {
        var mediator = await world.ListedMediatorAsync();

        await SetAsync(mediator, "2034-05-02", new WindowBody("10:00", "12:00", 60));

        Assert.Equal(["2034-05-02T10:00", "2034-05-02T11:00"], (await mediator.SlotsAsync("2034-05-01", "2034-05-03")).Select(slot => slot.LocalStart));
    }

    [Fact]
    public async Task Refuses_windows_that_overlap()
    {
        var mediator = await world.ListedMediatorAsync();

        var answer = await SetAsync(mediator, "2034-05-02", new WindowBody("10:00", "12:00", 60), new WindowBody("11:59", "13:00", 60));

        answer.Refused(HttpStatusCode.UnprocessableEntity, "overlapping-windows");
        Assert.Equal(["/windows/1"], answer.Pointers);
        Assert.Empty((await mediator.Client.SendAsync<GetMediatorAvailability>()).As<AvailabilityResponse>().Exceptions);
    }

    [Theory]
    [InlineData("2034-02-30")]
    [InlineData("morgen")]
    [InlineData("0001-01-01")]
    public async Task Refuses_a_date_that_is_none(string date)
    {
        var mediator = await world.ListedMediatorAsync();

        (await SetAsync(mediator, date)).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
    }

    [Fact]
    public async Task A_date_without_exception_cannot_be_opened_again()
    {
        var mediator = await world.ListedMediatorAsync();

        (await mediator.Client.SendAsync<RemoveAvailabilityException>(new { date = "2034-05-02" })).Refused(HttpStatusCode.NotFound, "not-found");
    }

    private static Task<ApiAnswer> SetAsync(MediatorCast mediator, string date, params WindowBody[] windows) =>
        mediator.Client.SendAsync<SetAvailabilityException>(new { date }, new { windows });
}
