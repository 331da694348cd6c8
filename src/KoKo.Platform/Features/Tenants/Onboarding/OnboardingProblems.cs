using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Tenants.Onboarding;

internal static class OnboardingProblems
{
    public static readonly Problem NoOffice = new("no-office", 409, "Dieses Netzwerk hat noch keine Geschäftsstelle, die Anträge annimmt.", "This network has no office yet that takes applications.");
    public static readonly Problem TenantExists = new("tenant-exists", 409, "Für diesen Schlüssel gibt es schon ein Mitglied des Netzwerks. Es steht im Verzeichnis.", "There is a tenant with this key already. It is in the directory.");
    public static readonly Problem ApplicationOpen = new("application-open", 409, "Für diesen Schlüssel liegt schon ein Antrag vor, über den noch nicht entschieden ist.", "There is an application for this key already, not decided yet.");
    public static readonly Problem AlreadyApproved = new("onboarding-approved", 409, "Dieser Antrag ist schon angenommen.", "This application is approved already.");
    public static readonly Problem AlreadyRefused = new("onboarding-refused", 409, "Dieser Antrag ist schon abgelehnt.", "This application is refused already.");
    public static readonly Problem NotApproved = new("onboarding-not-approved", 409, "Dieser Antrag ist nicht angenommen.", "This application is not approved.");
    public static readonly Problem InvitationAccepted = new("invitation-accepted", 409, "Die Einladung ist schon angenommen. Weitere Personen lädt die dortige Administration ein.", "The invitation is accepted already. The tenant invites further people itself.");

    /// <summary>The key has the right shape, but the register does not know it.</summary>
    public static ProblemException UnknownKey() => new(Problems.InvalidInput,
        [new ProblemError("/regionKey", "region-key-unknown", RuleWords.In("Dieser Schlüssel steht nicht im Regionalregister.", "The region register does not know this key."))]);
}
