using KoKo.Platform.Foundation.Identity;

namespace KoKo.Platform.Foundation.Invitations;

/// <summary>What an invitation is to, and what its acceptance does. An area adds its own; they are found by scanning.</summary>
internal interface IInvitationKind
{
    string Name { get; }

    /// <summary>What the person is invited to, in German, to follow "lädt Sie ein,": "als Mitglied mitzuarbeiten".</summary>
    string Purpose { get; }

    /// <summary>
    /// Runs in the inviting tenant's scope, inside the transaction of the acceptance; the account is there and proven.
    /// What belongs to the person herself is written through <c>OwnerContext</c>, which joins the transaction.
    /// </summary>
    /// <param name="name">What she is called, in her own words.</param>
    Task AcceptAsync(Invitation invitation, Account account, string name, CancellationToken cancellationToken);
}

/// <summary>Kinds that more than their own area asks for.</summary>
internal static class InvitationKinds
{
    /// <summary>Becomes a member of the tenant with the roles of the invitation.</summary>
    public const string Member = "member";
}
