using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Conferences.Registrations;

/// <summary>
/// The seats of a conference as counters that are guarded here and by a check of the table; never a count of rows, which
/// under row-level security would be a count of the visible ones. Load it with <c>LockSeatsAsync</c> to change it.
/// </summary>
internal sealed class SeatLedger : ITenantOwned
{
    private SeatLedger()
    {
    }

    public SeatLedger(Conference conference) => (TenantId, ConferenceId) = (conference.TenantId, conference.Id);

    public Guid TenantId { get; private set; }

    public Guid ConferenceId { get; private set; }

    public int Capacity { get; private set; }

    public int Confirmed { get; private set; }

    public int Waiting { get; private set; }

    public int WaitingListSize { get; private set; }

    public bool IsPublished { get; private set; }

    public DateTime ClosesAt { get; private set; }

    public DateTime StartsAt { get; private set; }

    /// <summary>Counts the commands that took the lock; part of the conference's ETag.</summary>
    public int Turn { get; private set; }

    public int Free => Capacity - Confirmed;

    /// <summary>Follows a publication.</summary>
    public void Open(ConferenceContent content)
    {
        if (content.Capacity < Confirmed)
        {
            throw new ProblemException(ConferenceProblems.CapacityBelowConfirmed);
        }

        Capacity = content.Capacity;
        WaitingListSize = content.WaitingListSize;
        ClosesAt = content.RegistrationClosesAt;
        StartsAt = content.Starts.Utc;
        IsPublished = true;
    }

    public void Close() => IsPublished = false;

    /// <summary>Takes a seat, or else a place on the waiting list.</summary>
    /// <returns>The place on the waiting list, counted from 1; null = a seat.</returns>
    public int? Take(DateTime now)
    {
        if (!IsPublished)
        {
            throw new ProblemException(Problems.NotFound);
        }

        if (now >= ClosesAt)
        {
            throw new ProblemException(ConferenceProblems.RegistrationClosed);
        }

        if (Free > 0)
        {
            Confirmed++;
            return null;
        }

        return Waiting < WaitingListSize ? ++Waiting : throw new ProblemException(ConferenceProblems.ConferenceFull);
    }

    public void GiveBack(Registration registration, DateTime now)
    {
        if (now >= StartsAt)
        {
            throw new ProblemException(ConferenceProblems.ConferenceStarted);
        }

        if (registration.Status == RegistrationStatus.Confirmed)
        {
            Confirmed--;
        }
        else
        {
            Waiting--;
        }
    }

    /// <summary>How many of the waiting can have a seat now.</summary>
    public int MoveUp()
    {
        var moving = IsPublished ? Math.Min(Free, Waiting) : 0;
        Confirmed += moving;
        Waiting -= moving;
        return moving;
    }
}
