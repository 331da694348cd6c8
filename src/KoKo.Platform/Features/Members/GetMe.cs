using FastEndpoints;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Members;

internal sealed class GetMe(TenantContextAccessor accessor) : EndpointWithoutRequest<MeResponse>
{
    public override void Configure()
    {
        Get("/me");
        Summary(summary =>
        {
            summary.Summary = "Who am I, for which tenant, with which rights";
            summary.Description = "Also without a token: then the answer says what everybody may see. Rights are read at each request, so that this is what holds now.";
        });
    }

    public override async Task HandleAsync(CancellationToken cancellationToken) =>
        await Send.OkAsync(MeResponse.Of(accessor.Context), cancellationToken);
}

/// <summary>What kind of caller it is.</summary>
public enum CallerType
{
    Anonymous,
    App,
    Person,
}

/// <summary>The caller as the platform sees her.</summary>
/// <param name="Type">Nobody, an app by itself, or a person.</param>
/// <param name="AccountId">The person's account; null for apps.</param>
/// <param name="ClientId">The app that speaks; null without one.</param>
/// <param name="Name">The person's name in the tenant, or the app's.</param>
/// <param name="Tenant">The tenant of the token; null for a person who acts for herself.</param>
/// <param name="Roles">The person's roles there.</param>
/// <param name="Scopes">What the token may be used for.</param>
/// <param name="Audiences">Whose releases the caller sees: <c>public</c>, <c>network</c>, <c>land:05</c> and so on.</param>
public sealed record MeResponse(
    CallerType Type,
    Guid? AccountId,
    string? ClientId,
    string? Name,
    MyTenantResponse? Tenant,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<string> Scopes,
    IReadOnlyList<string> Audiences)
{
    internal static MeResponse Of(TenantContext context) => new(
        context switch { { IsApp: true } => CallerType.App, { IsSignedIn: true } => CallerType.Person, _ => CallerType.Anonymous },
        context.AccountId,
        context.ClientId,
        context.DisplayName.Length > 0 ? context.DisplayName : null,
        context.Tenant is { } tenant ? new MyTenantResponse(tenant.Id, tenant.Identifier, tenant.Name, tenant.Kind) : null,
        context.Roles.ToList(),
        [.. (context.Scopes ?? new HashSet<string>()).Order(StringComparer.Ordinal)],
        context.Audiences.Names);
}

/// <summary>The tenant of the caller's token.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
public sealed record MyTenantResponse(Guid Id, string Slug, string Name, TenantKind Kind);
