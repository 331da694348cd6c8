using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Members;

internal static class MemberProblems
{
    public static readonly Problem AlreadyMember = new("already-member", 409, "Diese Person ist schon Mitglied.", "This person is a member already.");
    public static readonly Problem LastAdministrator = new("last-administrator", 409, "Eine Organisation braucht immer eine Administrator*in ohne Enddatum.", "A tenant always needs an administrator without an end date.");
}
