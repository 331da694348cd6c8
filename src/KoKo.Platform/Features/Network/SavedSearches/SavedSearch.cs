using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Network.SavedSearches;

/// <summary>A search that a member keeps: to run it again, or to be told by mail what is new in it.</summary>
internal sealed class SavedSearch : ITenantOwned
{
    public const int LongestName = 120;
    public const int MostOfAMember = 50;

    private SavedSearch()
    {
    }

    public SavedSearch(Guid tenantId, Guid accountId, string name, SearchCriteria search, bool notify, DateTime now, Guid? id = null)
    {
        TenantId = tenantId;
        Id = id ?? Guid.NewGuid();
        AccountId = accountId;
        Name = name;
        Search = search;
        Notify = notify;
        CreatedAt = SeenUntil = NewsSince = now;
    }

    public Guid TenantId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The member, and nobody else of the tenant, reads and changes it.</summary>
    public Guid AccountId { get; private set; }

    public string Name { get; private set; } = "";

    public SearchCriteria Search { get; private set; } = new();

    /// <summary>Whether new finds are mailed.</summary>
    public bool Notify { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>What became visible before is no news any more.</summary>
    public DateTime SeenUntil { get; private set; }

    /// <summary>From here to <see cref="SeenUntil"/> goes the mail that is due; the same where there is none.</summary>
    public DateTime NewsSince { get; private set; }

    public int Version { get; private set; } = 1;

    /// <summary>Who switches the mails on wants to hear of what comes, not of what came meanwhile.</summary>
    public void Change(string name, bool notify, DateTime now)
    {
        if (notify && !Notify)
        {
            SeenUntil = NewsSince = now;
        }

        Name = name;
        Notify = notify;
        Version++;
    }

    /// <summary>Moves the mark; what is between the old and the new one is to be mailed, if anything is.</summary>
    public void SeeUntil(DateTime until, bool hasNews)
    {
        NewsSince = hasNews ? SeenUntil : until;
        SeenUntil = until;
    }

    /// <summary>What was to be mailed has been.</summary>
    public void ForgetNews() => NewsSince = SeenUntil;
}
