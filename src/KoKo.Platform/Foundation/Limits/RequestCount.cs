using KoKo.Platform.Foundation.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KoKo.Platform.Foundation.Limits;

/// <summary>
/// How much of its quota an owner has used in the newest minute, over all processes. One row per owner: a new minute
/// overwrites the old one.
/// </summary>
internal sealed class RequestCount(Guid ownerId, Guid partyId, DateTime minute) : ITwoParty
{
    /// <summary>The tenant, or the account of a person without one.</summary>
    public Guid OwnerId { get; private set; } = ownerId;

    /// <summary>The same: nobody else is concerned.</summary>
    public Guid PartyId { get; private set; } = partyId;

    /// <summary>When it began.</summary>
    public DateTime Minute { get; private set; } = minute;

    public int Used { get; private set; }

    /// <summary>Takes a block for a process, or what is left of one.</summary>
    public int Reserve(DateTime minute, int block, int limit)
    {
        if (Minute < minute) // not where another process's clock is ahead: its minute counts for both
        {
            (Minute, Used) = (minute, 0);
        }

        var granted = Math.Clamp(limit - Used, 0, block);
        Used += granted;
        return granted;
    }
}

internal sealed class RequestCountMapping : IEntityTypeConfiguration<RequestCount>
{
    public void Configure(EntityTypeBuilder<RequestCount> builder) => builder.ToTable("request_counts").HasKey(count => count.OwnerId);
}
