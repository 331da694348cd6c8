using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Conferences.Registrations;

/// <summary>
/// The live fact beside a released conference: how many seats are left. Rewritten in the transaction of every
/// registration; not searchable, so that a registration re-indexes nothing.
/// </summary>
internal sealed class ConferenceSeats : IReleased
{
    private ConferenceSeats()
    {
    }

    public ConferenceSeats(IReleased conference, SeatLedger ledger)
    {
        ItemId = conference.ItemId;
        Audience = conference.Audience;
        ShadowedBy = [.. conference.ShadowedBy];
        PublisherId = conference.PublisherId;
        Show(ledger);
    }

    public Guid ItemId { get; private set; }

    public string Audience { get; private set; } = "";

    public IReadOnlyList<string> ShadowedBy { get; private set; } = [];

    public Guid PublisherId { get; private set; }

    public int Capacity { get; private set; }

    public int Free { get; private set; }

    public int Waiting { get; private set; }

    public int WaitingListSize { get; private set; }

    public int Turn { get; private set; }

    public void Show(SeatLedger ledger)
    {
        Capacity = ledger.Capacity;
        Free = ledger.Free;
        Waiting = ledger.Waiting;
        WaitingListSize = ledger.WaitingListSize;
        Turn = ledger.Turn;
    }
}
