using System.Net;
using KoKo.Platform.Features.Members;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Members;

/// <summary>Makes members that a test may change.</summary>
internal static class MemberWorld
{
    public const string Password = "drei lange Worte";

    public static async Task<string> InviteAsync(this PlatformWorld world, string slug, string mail, params Role[] roles)
    {
        var administrator = await world.PersonAsync(Roles.Administrator, slug);
        (await administrator.SendAsync<InviteMember>(body: new { name = "Neu Hier", mail, roles })).As<InvitationResponse>(HttpStatusCode.Created);
        return PlatformWorld.TokenIn(await world.MailToAsync(mail, "Einladung von"));
    }

    public static Task<ApiAnswer> AcceptAsync(this PlatformWorld world, string token, string password = Password) =>
        world.Anonymous.SendAsync<AcceptInvitation>(body: new { token, name = "Neue Person", password });

    /// <summary>A fresh member with credentials.</summary>
    public static async Task<(Guid Id, string Mail)> NewMemberAsync(this PlatformWorld world, string slug, params Role[] roles)
    {
        var mail = NewMail();
        var accepted = (await world.AcceptAsync(await world.InviteAsync(slug, mail, roles))).As<AcceptInvitationResponse>(HttpStatusCode.Created);
        return (accepted.AccountId, mail);
    }

    public static async Task<ApiClient> TokenOfAsync(this PlatformWorld world, string mail, string slug) =>
        new(world, (await world.PersonTokensAsync(mail, slug, password: Password)).GetProperty("access_token").GetString());

    public static string NewMail() => $"neu-{Guid.NewGuid():N}@hamm.example";
}
