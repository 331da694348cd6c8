using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Members;

/// <summary>A person in the caller's tenant.</summary>
/// <param name="Id">The id of the person's account; the same in every tenant she belongs to.</param>
/// <param name="Name">Her name as this tenant knows it.</param>
/// <param name="Mail">The address this tenant reaches her at; only its own administrators and auditors see it.</param>
/// <param name="Roles">What she may do here.</param>
/// <param name="JoinedAt">Since when she has belonged to the tenant.</param>
/// <param name="EndsOn">The last day of the membership; null = open.</param>
public sealed record MemberResponse(Guid Id, string Name, string Mail, IReadOnlyList<Role> Roles, DateTime JoinedAt, DateOnly? EndsOn)
{
    internal static MemberResponse Of(Member member) =>
        new(member.AccountId, member.Name, member.Mail, member.Roles.ToList(), member.JoinedAt, member.EndsOn);
}
