using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Foundation.Jobs;

/// <summary>Puts work beside a change: it happens if, and only if, the change is saved.</summary>
internal sealed class Outbox(PlatformDb db, TimeProvider clock)
{
    /// <param name="kind">The handler's <see cref="IOutboxHandler.Kind"/>.</param>
    /// <param name="subjectId">What it is about; the handler reads its current state.</param>
    public void Enqueue(Owner owner, string kind, Guid subjectId, DateTime? dueAt = null) =>
        db.OutboxMessages.Add(new OutboxMessage(owner.Kind, owner.Id, kind, subjectId, dueAt ?? clock.GetUtcNow().UtcDateTime));
}

/// <summary>Does one kind of work. It may be asked twice for the same message, and must then do no harm.</summary>
internal interface IOutboxHandler
{
    string Kind { get; }

    /// <summary>Runs in a scope with the owner's context.</summary>
    Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken);
}
