using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Mediators.Requests;

/// <summary>
/// A tenant asks a mediator for an appointment. Nothing about the parties of the conflict belongs here: topic, level,
/// format, time and the function to contact are all there is.
/// </summary>
internal sealed class MediationRequest : ITwoParty
{
    /// <summary>How long a mediator has to answer.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromDays(14);

    private MediationRequest()
    {
    }

    public MediationRequest(RequestSides sides, RequestSubject subject, DateTime now, Guid? id = null)
    {
        Id = id ?? Guid.NewGuid();
        OwnerId = sides.MediatorId;
        PartyId = sides.TenantId;
        ListingId = sides.ListingId;
        MediatorName = sides.MediatorName;
        TenantName = sides.TenantName;
        RequestedBy = sides.RequestedBy;
        Start = subject.Start;
        End = subject.End;
        TimeZone = subject.TimeZone;
        Topic = subject.Topic;
        Level = subject.Level;
        Format = subject.Format;
        Note = subject.Note;
        ContactFunction = subject.ContactFunction;
        CreatedAt = now;
        ExpiresAt = subject.Start < now + AnswerTime ? subject.Start : now + AnswerTime;
    }

    /// <summary>The mediator's account.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>The tenant.</summary>
    public Guid PartyId { get; private set; }

    public Guid Id { get; private set; }

    public Guid ListingId { get; private set; }

    public string MediatorName { get; private set; } = "";

    public string TenantName { get; private set; } = "";

    /// <summary>The member who asked, so that she hears of the answer; null for an app.</summary>
    public Guid? RequestedBy { get; private set; }

    public DateTime Start { get; private set; }

    public DateTime End { get; private set; }

    public string TimeZone { get; private set; } = "";

    public string Topic { get; private set; } = "";

    public string Level { get; private set; } = "";

    public MediationFormat Format { get; private set; }

    public string? Note { get; private set; }

    public string ContactFunction { get; private set; } = "";

    public RequestState State { get; private set; } = RequestState.Requested;

    public string? RefusalReason { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public int Version { get; private set; } = 1;

    /// <summary>An unanswered request is expired from its moment on, whenever the job comes by.</summary>
    public RequestState StateAt(DateTime now) => State == RequestState.Requested && ExpiresAt <= now ? RequestState.Expired : State;

    public Booking Accept(DateTime now, Guid? bookingId = null)
    {
        Close(RequestState.Accepted, now);
        return new Booking(this, now, bookingId);
    }

    public void Decline(string? reason, DateTime now)
    {
        Close(RequestState.Declined, now);
        RefusalReason = reason;
    }

    /// <summary>By the tenant, also after the mediator accepted.</summary>
    public void Cancel(DateTime now)
    {
        if (State == RequestState.Accepted && Start > now)
        {
            (State, ClosedAt) = (RequestState.Cancelled, now);
            Version++;
            return;
        }

        Close(RequestState.Cancelled, now);
    }

    public void Expire(DateTime now)
    {
        State = RequestState.Expired;
        ClosedAt = now;
        Version++;
    }

    private void Close(RequestState state, DateTime now)
    {
        if (StateAt(now) != RequestState.Requested)
        {
            throw new ProblemException(MediatorProblems.RequestClosed);
        }

        (State, ClosedAt) = (state, now);
        Version++;
    }
}

/// <summary>Who asks whom.</summary>
internal sealed record RequestSides(Guid MediatorId, Guid ListingId, string MediatorName, Guid TenantId, string TenantName, Guid? RequestedBy);

/// <summary>What for.</summary>
internal sealed record RequestSubject(
    DateTime Start,
    DateTime End,
    string TimeZone,
    string Topic,
    string Level,
    MediationFormat Format,
    string? Note,
    string ContactFunction);

/// <summary>Where a request stands.</summary>
public enum RequestState
{
    Requested,
    Accepted,
    Declined,
    Cancelled,
    Expired,
}

/// <summary>How the meeting takes place.</summary>
public enum MediationFormat
{
    Onsite,
    Online,
}
