using FastEndpoints;
using FluentValidation;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Members;

[RequiresIfMatch]
[Refuses(nameof(MemberProblems.LastAdministrator))]
internal sealed class ChangeMember(PlatformDb db) : Endpoint<ChangeMemberRequest, MemberResponse>
{
    public override void Configure()
    {
        Put("/tenant/members/{id:guid}");
        Summary(summary =>
        {
            summary.Summary = "Change a member's name, roles or last day";
            summary.Description = "Holds at the member's next request. The last administrator without an end date stays one: 409.";
            summary.ExampleRequest = new ChangeMemberRequest { Name = "Alex Beispiel", Roles = [Role.Editor, Role.Reviewer], EndsOn = null };
        });
    }

    public override async Task HandleAsync(ChangeMemberRequest request, CancellationToken cancellationToken)
    {
        var member = await ExecuteAsync(db, request, found => HttpContext.RequireMatch(found.Version), cancellationToken);

        HttpContext.SetETag(member.Version);
        await Send.OkAsync(MemberResponse.Of(member), cancellationToken);
    }

    /// <param name="requireSeen">Throws where the caller has not seen the current version.</param>
    internal static Task<Member> ExecuteAsync(PlatformDb db, ChangeMemberRequest request, Action<Member> requireSeen, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            var member = await db.MemberHereAsync(request.Id, cancellationToken);
            requireSeen(member);
            if (!request.Roles.Contains(Role.Administrator) || request.EndsOn is not null)
            {
                await db.RequireAnotherAdministratorAsync(member, cancellationToken);
            }

            member.Change(request.Name.Trim(), request.Roles.ToFlags(), request.EndsOn);
            await db.SaveChangesAsync(cancellationToken);
            return member;
        },
        cancellationToken);
}

/// <summary>The whole new state of a membership; its address stays the one that was invited.</summary>
public sealed record ChangeMemberRequest
{
    /// <summary>The member's id.</summary>
    [RouteParam]
    public Guid Id { get; init; }

    /// <summary>The name as the tenant knows it, at most 160 characters.</summary>
    public required string Name { get; init; }

    /// <summary>At least one role; a guest needs a last day.</summary>
    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>The last day of the membership; null = open.</summary>
    public DateOnly? EndsOn { get; init; }
}

internal sealed class ChangeMemberValidator : Validator<ChangeMemberRequest>
{
    public ChangeMemberValidator()
    {
        RuleFor(request => request.Name).NotEmpty().MaximumLength(160);
        RuleFor(request => request.Roles).NotEmpty();
        RuleFor(request => request.EndsOn).NotNull().Says("guest-without-end", "Gäste brauchen einen letzten Tag.", "Guests need a last day.").When(request => request.Roles?.Contains(Role.Guest) == true);
    }
}
