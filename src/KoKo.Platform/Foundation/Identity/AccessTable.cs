using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Foundation.Identity;

/// <summary>Who may call an operation at all, before roles.</summary>
internal enum CallerKind
{
    /// <summary>Everybody, also without a token.</summary>
    Anyone,

    /// <summary>A person with or without a tenant: mediators act for themselves.</summary>
    Person,

    /// <summary>A member or an app of a tenant.</summary>
    Member,

    /// <summary>A member or an app of the network's office.</summary>
    Office,
}

/// <param name="Operation">The use case: class, operationId and policy in one word.</param>
/// <param name="Scope">What a token must carry; null = any token.</param>
/// <param name="Roles">Any of these roles; None = every member. Apps have scopes instead of roles.</param>
internal sealed record AccessRule(string Operation, CallerKind Caller, string? Scope = null, Roles Roles = Roles.None);

/// <summary>Roles × operations, the one table: it drives the endpoints, the hub's buttons, the OpenAPI document and the tests.</summary>
internal static class AccessTable
{
    private const Roles Readers = Roles.None;
    private const Roles Writers = Roles.Administrator | Roles.Editor;

    public static IReadOnlyDictionary<string, AccessRule> Rules { get; } = All().ToDictionary(rule => rule.Operation, StringComparer.Ordinal);

    private static IEnumerable<AccessRule> All() =>
    [
        // who am I, vocabularies
        new("GetMe", CallerKind.Anyone),
        new("ListVocabularies", CallerKind.Anyone),
        new("GetVocabulary", CallerKind.Anyone),

        // tenants
        new("ApplyForOnboarding", CallerKind.Anyone),
        new("ListOnboardings", CallerKind.Office, Scope.TenantsRead, Roles.Administrator),
        new("GetOnboarding", CallerKind.Office, Scope.TenantsRead, Roles.Administrator),
        new("ApproveOnboarding", CallerKind.Office, Scope.TenantsWrite, Roles.Administrator),
        new("RefuseOnboarding", CallerKind.Office, Scope.TenantsWrite, Roles.Administrator),
        new("RenewOnboardingInvitation", CallerKind.Office, Scope.TenantsWrite, Roles.Administrator),
        new("ListTenants", CallerKind.Anyone, Scope.TenantsRead),
        new("GetTenant", CallerKind.Anyone, Scope.TenantsRead),
        new("GetOwnTenant", CallerKind.Member, Scope.TenantsRead),
        new("ChangeOwnTenant", CallerKind.Member, Scope.TenantsWrite, Roles.Administrator),
        new("ListMembers", CallerKind.Member, Scope.TenantsRead, Roles.Administrator | Roles.Auditor),
        new("GetMember", CallerKind.Member, Scope.TenantsRead, Roles.Administrator | Roles.Auditor),
        new("ChangeMember", CallerKind.Member, Scope.TenantsWrite, Roles.Administrator),
        new("RemoveMember", CallerKind.Member, Scope.TenantsWrite, Roles.Administrator),
        new("ListInvitations", CallerKind.Member, Scope.TenantsRead, Roles.Administrator),
        new("InviteMember", CallerKind.Member, Scope.TenantsWrite, Roles.Administrator),
        new("RemoveInvitation", CallerKind.Member, Scope.TenantsWrite, Roles.Administrator),
        new("AcceptInvitation", CallerKind.Anyone),

        // library: working copies
        new("ListPractices", CallerKind.Member, Scope.LibraryRead, Readers),
        new("GetPractice", CallerKind.Member, Scope.LibraryRead, Readers),
        new("ListPracticeRevisions", CallerKind.Member, Scope.LibraryRead, Readers),
        new("GetPracticeRevision", CallerKind.Member, Scope.LibraryRead, Readers),
        new("CreatePractice", CallerKind.Member, Scope.LibraryWrite, Writers),
        new("ChangePractice", CallerKind.Member, Scope.LibraryWrite, Writers),
        new("RemovePractice", CallerKind.Member, Scope.LibraryWrite, Writers),
        new("SubmitPractice", CallerKind.Member, Scope.LibraryWrite, Writers),
        new("ReviewPractice", CallerKind.Member, Scope.LibraryWrite, Roles.Administrator | Roles.Reviewer),
        new("ReleasePractice", CallerKind.Member, Scope.LibraryWrite, Roles.Releaser),
        new("PublishPractice", CallerKind.Member, Scope.LibraryWrite, Roles.Administrator | Roles.Releaser),
        new("WithdrawPractice", CallerKind.Member, Scope.LibraryWrite, Roles.Administrator | Roles.Releaser),
        new("ArchivePractice", CallerKind.Member, Scope.LibraryWrite, Writers),

        // library: what was released, and the search over everything released
        new("ListReleasedPractices", CallerKind.Anyone, Scope.LibraryRead),
        new("GetReleasedPractice", CallerKind.Anyone, Scope.LibraryRead),
        new("ListSimilarPractices", CallerKind.Anyone, Scope.LibraryRead),
        new("SearchNetwork", CallerKind.Anyone, Scope.SearchRead),
        new("SuggestSearch", CallerKind.Anyone, Scope.SearchRead),
        new("ExplainSearch", CallerKind.Member, Scope.SearchRead, Writers),
        new("SaveSearch", CallerKind.Member, Scope.SearchWrite, Readers),
        new("ListSavedSearches", CallerKind.Member, Scope.SearchRead, Readers),
        new("GetSavedSearch", CallerKind.Member, Scope.SearchRead, Readers),
        new("ChangeSavedSearch", CallerKind.Member, Scope.SearchWrite, Readers),
        new("RemoveSavedSearch", CallerKind.Member, Scope.SearchWrite, Readers),

        // mediators
        new("InviteMediator", CallerKind.Member, Scope.MediatorsWrite, Roles.Administrator | Roles.Organiser),
        new("GetMediatorProfile", CallerKind.Person, Scope.MediatorsRead),
        new("SetMediatorProfile", CallerKind.Person, Scope.MediatorsWrite),
        new("PublishMediatorListing", CallerKind.Person, Scope.MediatorsWrite),
        new("WithdrawMediatorListing", CallerKind.Person, Scope.MediatorsWrite),
        new("GetMediatorAvailability", CallerKind.Person, Scope.MediatorsRead),
        new("SetMediatorAvailability", CallerKind.Person, Scope.MediatorsWrite),
        new("SetAvailabilityException", CallerKind.Person, Scope.MediatorsWrite),
        new("RemoveAvailabilityException", CallerKind.Person, Scope.MediatorsWrite),
        new("ListMediators", CallerKind.Anyone, Scope.MediatorsRead),
        new("GetMediator", CallerKind.Anyone, Scope.MediatorsRead),
        new("ListSlots", CallerKind.Anyone, Scope.MediatorsRead),
        new("RequestMediation", CallerKind.Member, Scope.MediatorsWrite, Roles.Administrator | Roles.Editor | Roles.Organiser),
        new("ListMediationRequests", CallerKind.Person, Scope.MediatorsRead),
        new("GetMediationRequest", CallerKind.Person, Scope.MediatorsRead),
        new("AcceptMediationRequest", CallerKind.Person, Scope.MediatorsWrite),
        new("DeclineMediationRequest", CallerKind.Person, Scope.MediatorsWrite),
        new("CancelMediationRequest", CallerKind.Member, Scope.MediatorsWrite, Roles.Administrator | Roles.Editor | Roles.Organiser),
        new("ListBookings", CallerKind.Person, Scope.MediatorsRead),

        // conferences: own working copies
        new("ListOwnConferences", CallerKind.Member, Scope.ConferencesRead, Readers),
        new("GetOwnConference", CallerKind.Member, Scope.ConferencesRead, Readers),
        new("CreateConference", CallerKind.Member, Scope.ConferencesWrite, Roles.Administrator | Roles.Organiser),
        new("ChangeConference", CallerKind.Member, Scope.ConferencesWrite, Roles.Administrator | Roles.Organiser),
        new("PublishConference", CallerKind.Member, Scope.ConferencesWrite, Roles.Administrator | Roles.Organiser),
        new("WithdrawConference", CallerKind.Member, Scope.ConferencesWrite, Roles.Administrator | Roles.Organiser),
        new("ListRegistrations", CallerKind.Member, Scope.ConferencesRead, Roles.Administrator | Roles.Organiser),

        // conferences: what was released
        new("ListConferences", CallerKind.Anyone, Scope.ConferencesRead),
        new("GetConference", CallerKind.Anyone, Scope.ConferencesRead),
        new("GetConferenceCalendar", CallerKind.Anyone, Scope.ConferencesRead),
        new("RegisterForConference", CallerKind.Person, Scope.ConferencesWrite),
        new("GetOwnRegistration", CallerKind.Person, Scope.ConferencesRead),
        new("CancelRegistration", CallerKind.Person, Scope.ConferencesWrite),
    ];
}
