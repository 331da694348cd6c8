using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Regions;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Tenants.Onboarding;

/// <summary>A Kommune, association, Kreis or Land asks the office to be admitted.</summary>
internal sealed class OnboardingApplication : ITwoParty
{
    private OnboardingApplication()
    {
    }

    public OnboardingApplication(Guid officeId, TenantKind kind, string name, RegionKey key, OnboardingContact contact, DateTime appliedAt, Guid? id = null)
    {
        Id = id ?? Guid.NewGuid();
        OwnerId = officeId;
        PartyId = Guid.NewGuid();
        Kind = kind;
        Name = name;
        RegionKey = key.Value;
        OpenKey = key.WithoutAssociation;
        ContactName = contact.Name;
        ContactMail = contact.Mail;
        ContactFunction = contact.Function;
        AppliedAt = appliedAt;
    }

    /// <summary>The office.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>The id that the tenant gets when it is admitted, so that it then reads its own application.</summary>
    public Guid PartyId { get; private set; }

    public Guid Id { get; private set; }

    public TenantKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    public string RegionKey { get; private set; } = "";

    /// <summary>The key while the application is open, then null: unique, so that there is one open application for a key.</summary>
    public string? OpenKey { get; private set; }

    public string ContactName { get; private set; } = "";

    public string ContactMail { get; private set; } = "";

    public string ContactFunction { get; private set; } = "";

    public OnboardingState State { get; private set; } = OnboardingState.Open;

    public DateTime AppliedAt { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public string? DecidedBy { get; private set; }

    public string? RefusalReason { get; private set; }

    public int Version { get; private set; } = 1;

    /// <returns>The admitted tenant, active from now on.</returns>
    public Tenant Approve(string slug, string by, DateTime now)
    {
        Decide(OnboardingState.Approved, by, now);
        var tenant = new Tenant(slug, Name, Kind, now, PartyId);
        tenant.AddRegionKey(Foundation.Regions.RegionKey.Parse(RegionKey), DateOnly.FromDateTime(now));
        return tenant;
    }

    public void Refuse(string reason, string by, DateTime now)
    {
        Decide(OnboardingState.Refused, by, now);
        RefusalReason = reason;
    }

    private void Decide(OnboardingState state, string by, DateTime now)
    {
        DemandOpen();
        (State, DecidedBy, DecidedAt, OpenKey) = (state, by, now, null);
        Version++;
    }

    public void DemandOpen()
    {
        if (State != OnboardingState.Open)
        {
            throw new ProblemException(State == OnboardingState.Approved ? OnboardingProblems.AlreadyApproved : OnboardingProblems.AlreadyRefused);
        }
    }
}

/// <summary>Who speaks for the applicant.</summary>
internal sealed record OnboardingContact(string Name, string Mail, string Function);

/// <summary>Where an application stands.</summary>
public enum OnboardingState
{
    Open,
    Approved,
    Refused,
}
