using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Tenancy;
using Microsoft.OpenApi;

namespace KoKo.Platform.Foundation.OpenApi;

/// <summary>What the access table says of an operation, for readers and for tools.</summary>
internal static class OperationRights
{
    public const string Scheme = "oauth2";

    public static string Describe(UseCase useCase)
    {
        var rule = useCase.Access;
        string?[] parts = [useCase.Summary?.Description?.Trim(), $"**Rights:** {WhoOf(rule)} {ScopeOf(rule)}{RolesOf(rule)}".TrimEnd()];
        return string.Join("\n\n", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    public static IList<OpenApiSecurityRequirement> SecurityOf(UseCase useCase, OpenApiDocument document)
    {
        var token = new OpenApiSecurityRequirement
        {
            [new OpenApiSecuritySchemeReference(Scheme, document)] = useCase.Access.Scope is { } scope ? [scope] : [],
        };
        return useCase.Access.Caller == CallerKind.Anyone ? [new OpenApiSecurityRequirement(), token] : [token];
    }

    private static string WhoOf(AccessRule rule) => rule.Caller switch
    {
        CallerKind.Anyone => "everybody, also without a token.",
        CallerKind.Person => "every signed-in person, with or without a tenant.",
        CallerKind.Member => "members and apps of a tenant.",
        _ => "members and apps of the network's office.",
    };

    private static string ScopeOf(AccessRule rule) => rule switch
    {
        { Scope: null } => "",
        { Caller: CallerKind.Anyone } => $"A token, where there is one, carries the scope `{rule.Scope}`.",
        _ => $"The token carries the scope `{rule.Scope}`.",
    };

    private static string RolesOf(AccessRule rule) => rule.Roles == Roles.None
        ? ""
        : $" People need one of the roles {string.Join(", ", Enum.GetValues<Roles>().Where(role => role != Roles.None && rule.Roles.HasFlag(role)).Select(role => $"`{role.ToString().ToLowerInvariant()}`"))}; apps have scopes instead of roles.";
}
