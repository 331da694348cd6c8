namespace KoKo.Platform.Foundation.Tenancy;

/// <summary>A person in one tenant: name, address and roles live here, credentials on the account.</summary>
internal sealed class Member : IReadableByPerson
{
    private Member()
    {
    }

    public Member(Guid tenantId, Guid accountId, string name, string mail, Roles roles, DateTime joinedAt)
    {
        TenantId = tenantId;
        AccountId = accountId;
        Name = name;
        Mail = mail;
        Roles = roles;
        JoinedAt = joinedAt;
    }

    public Guid TenantId { get; private set; }

    public Guid AccountId { get; private set; }

    public string Name { get; private set; } = "";

    public string Mail { get; private set; } = "";

    public Roles Roles { get; private set; }

    public DateTime JoinedAt { get; private set; }

    /// <summary>The last day of the membership; null = open.</summary>
    public DateOnly? EndsOn { get; private set; }

    public int Version { get; private set; }

    public void Change(string name, Roles roles, DateOnly? endsOn)
    {
        Name = name;
        Roles = roles;
        EndsOn = endsOn;
        Version++;
    }
}

/// <summary>What a member may do in a tenant; one person may hold several.</summary>
[Flags]
public enum Roles
{
    None = 0,
    Administrator = 1,
    Editor = 2,
    Reviewer = 4,
    Releaser = 8,
    Organiser = 16,
    Auditor = 32,
    Reader = 64,
    Guest = 128,
}
