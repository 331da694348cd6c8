using KoKo.Platform.Foundation.Limits;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace KoKo.Platform.Tests.Foundation.Limits;

public sealed class FairGateTests
{
    private static readonly Caller A = new(Guid.NewGuid(), null);
    private static readonly Caller B = new(Guid.NewGuid(), null);

    private readonly FakeTimeProvider clock = new();
    private readonly FairGate gate;

    public FairGateTests() => gate = new FairGate(Options.Create(new LimitOptions { Concurrent = 4, Queue = 2 }), clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_alone_gets_all_places_and_shares_them_with_who_comes()
    {
        await TakeAsync(A, 4);
        var waiting = gate.TryEnterAsync(A, Stop);
        await TakeAsync(B, 2); // at once, although all places are taken

        gate.Leave(A);
        gate.Leave(A);
        Assert.False(waiting.IsCompleted); // two work still, and two are half

        gate.Leave(A);
        Assert.True(await waiting);
    }

    [Fact]
    public async Task Places_come_back_when_the_other_has_been_away_for_a_while()
    {
        await TakeAsync(B, 1);
        gate.Leave(B);
        await TakeAsync(A, 2);
        var third = gate.TryEnterAsync(A, Stop);
        Assert.False(third.IsCompleted);

        clock.Advance(TimeSpan.FromSeconds(2));
        gate.Leave(A);

        Assert.True(await third);
        await TakeAsync(A, 2);
    }

    [Fact]
    public async Task Everybody_has_one_place_at_least()
    {
        for (var caller = 0; caller < 6; caller++)
        {
            await TakeAsync(new Caller(Guid.NewGuid(), null), 1);
        }
    }

    [Fact]
    public async Task The_oldest_comes_first_and_who_gave_up_is_passed_over()
    {
        await TakeAsync(A, 4);
        using var patience = new CancellationTokenSource();
        var first = gate.TryEnterAsync(A, patience.Token);
        var second = gate.TryEnterAsync(A, Stop);
        Assert.False(await gate.TryEnterAsync(A, Stop)); // the line is full
        await patience.CancelAsync();
        var third = gate.TryEnterAsync(A, Stop);

        gate.Leave(A);

        await Assert.ThrowsAsync<TaskCanceledException>(() => first);
        Assert.True(await second);
        Assert.False(third.IsCompleted);
    }

    private async Task TakeAsync(Caller caller, int places)
    {
        for (var place = 0; place < places; place++)
        {
            var entered = gate.TryEnterAsync(caller, Stop);
            Assert.True(entered.IsCompleted);
            Assert.True(await entered);
        }
    }
}
