using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Foundation.Invitations;

internal static class InvitationProblems
{
    public static ProblemError WrongPassword => new("/password", "wrong-password", RuleWords.In("Zu dieser E-Mail-Adresse gibt es schon einen Zugang. Bitte geben Sie dessen Passwort an.", "This address has an account; its password is needed."));

    public static ProblemError WeakPassword => new("/password", "weak-password", RuleWords.In("Das Passwort braucht mindestens 10 Zeichen, darunter 4 verschiedene.", "At least 10 characters, 4 of them different."));
}
