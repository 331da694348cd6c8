using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Features.Conferences.Registrations;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Tests.Features.Conferences.Registrations;

public sealed class SeatLedgerTests
{
    private static readonly DateTime Early = new(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Gives_seats_then_places_on_the_list_then_refuses()
    {
        var ledger = Opened(capacity: 2, waitingListSize: 1);

        Assert.Equal([null, null, 1], new[] { ledger.Take(Early), ledger.Take(Early), ledger.Take(Early) });
        Assert.Equal("conference-full", Assert.Throws<ProblemException>(() => ledger.Take(Early)).Problem.Code);
        Assert.Equal((2, 1, 0), (ledger.Confirmed, ledger.Waiting, ledger.Free));
    }

    [Fact]
    public void Refuses_from_the_deadline_on()
    {
        var ledger = Opened(capacity: 2, waitingListSize: 1);

        Assert.Equal("registration-closed", Assert.Throws<ProblemException>(() => ledger.Take(ledger.ClosesAt)).Problem.Code);
        Assert.Null(ledger.Take(ledger.ClosesAt.AddTicks(-1)));
    }

    [Fact]
    public void More_seats_move_the_waiting_up_and_fewer_than_taken_are_refused()
    {
        var ledger = Opened(capacity: 1, waitingListSize: 5);
        foreach (var _ in Enumerable.Range(0, 4))
        {
            ledger.Take(Early);
        }

        ledger.Open(ConferenceDrafts.Body(capacity: 3, waitingListSize: 5).ToContent());

        Assert.Equal(2, ledger.MoveUp());
        Assert.Equal((3, 1), (ledger.Confirmed, ledger.Waiting));
        var refusal = Assert.Throws<ProblemException>(() => ledger.Open(ConferenceDrafts.Body(capacity: 2).ToContent()));
        Assert.Equal("capacity-below-confirmed", refusal.Problem.Code);
    }

    [Fact]
    public void Nobody_moves_up_while_it_is_withdrawn()
    {
        var ledger = Opened(capacity: 1, waitingListSize: 5);
        ledger.Take(Early);
        ledger.Take(Early);

        ledger.Open(ConferenceDrafts.Body(capacity: 3, waitingListSize: 5).ToContent());
        ledger.Close();

        Assert.Equal(0, ledger.MoveUp());
        Assert.Equal("not-found", Assert.Throws<ProblemException>(() => ledger.Take(Early)).Problem.Code);
    }

    private static SeatLedger Opened(int capacity, int waitingListSize)
    {
        var ledger = new SeatLedger(new Conference(ConferenceDrafts.Body().ToContent(), Early));
        ledger.Open(ConferenceDrafts.Body(capacity: capacity, waitingListSize: waitingListSize).ToContent());
        return ledger;
    }
}
