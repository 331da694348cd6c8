using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Members;

/// <summary>What a member may do in a tenant; one person may hold several.</summary>
public enum Role
{
    Administrator,
    Editor,
    Reviewer,
    Releaser,
    Organiser,
    Auditor,
    Reader,
    Guest,
}

/// <summary>From the list of the API to the flags of the table and back.</summary>
internal static class RoleLists
{
    public static Roles ToFlags(this IEnumerable<Role> roles) =>
        roles.Aggregate(Roles.None, (flags, role) => flags | Enum.Parse<Roles>(role.ToString()));

    public static IReadOnlyList<Role> ToList(this Roles roles) =>
        [.. Enum.GetValues<Role>().Where(role => roles.HasFlag(Enum.Parse<Roles>(role.ToString())))];

    public static string GermanOf(Role role) => role switch
    {
        Role.Administrator => "Administration",
        Role.Editor => "Redaktion",
        Role.Reviewer => "Prüfung",
        Role.Releaser => "Freigabe",
        Role.Organiser => "Organisation",
        Role.Auditor => "Revision",
        Role.Reader => "Lesen",
        _ => "Gast",
    };
}
