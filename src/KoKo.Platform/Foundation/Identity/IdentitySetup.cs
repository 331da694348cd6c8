using KoKo.Platform.Foundation.Data;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Validation.AspNetCore;

namespace KoKo.Platform.Foundation.Identity;

internal static class IdentitySetup
{
    private const string ByPath = "ByPath";

    public static WebApplicationBuilder AddIdentityAndTokens(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<KeyOptions>().Bind(builder.Configuration.GetSection(KeyOptions.Section)).Validate(keys => keys.IsUsable, KeyOptions.Unusable).ValidateOnStart();
        AddKeys(builder.Services);
        AddAccounts(builder.Services);
        builder.Services.AddHostedService<ExpiredTokens>();
        AddTokens(builder.Services, builder.Configuration["Platform:BaseUrl"]);
        return builder;
    }

    public static WebApplication MapTokens(this WebApplication app)
    {
        app.MapPost("/connect/token", TokenEndpoint.HandleAsync).ExcludeFromDescription().DisableAntiforgery();
        app.MapGet("/connect/authorize", AuthorizationEndpoint.Ask).ExcludeFromDescription();
        app.MapPost("/connect/authorize", AuthorizationEndpoint.AnswerAsync).ExcludeFromDescription();
        app.MapSession();
        return app;
    }

    /// <summary>With the tables for passkeys.</summary>
    public static void ConfigureStores(IdentityOptions identity) => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    private static void AddKeys(IServiceCollection services)
    {
        services.AddSingleton<KeyFile>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, TokenKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, WrappedKeyRing>();
        services.AddDataProtection().SetApplicationName("KoKo.Platform").PersistKeysToDbContext<PlatformDb>();
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddIdentityCore<Account>(identity =>
        {
            ConfigureStores(identity);
            identity.User.RequireUniqueEmail = true;
            identity.Lockout.MaxFailedAccessAttempts = 10;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);

            // length is what helps; rules of composition only make passwords predictable (NIST SP 800-63B)
            identity.Password = new PasswordOptions { RequiredLength = 10, RequiredUniqueChars = 4, RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false, RequireUppercase = false };
        }).AddEntityFrameworkStores<PlatformDb>().AddSignInManager().AddDefaultTokenProviders();
        services.AddScoped<Credentials>();
        services.AddScoped<HubSession>();

        // The API takes tokens alone: a cookie there would let any page on the web act for the person who visits it.
        services.AddAuthentication(ByPath)
            .AddPolicyScheme(ByPath, null, policy => policy.ForwardDefaultSelector = http =>
                http.Request.Path.StartsWithSegments("/v1") ? OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme : IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, Cookie);
    }

    private static void Cookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "koko";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/anmelden";
        cookie.ReturnUrlParameter = ReturnUrl.Parameter;
        cookie.Events.OnValidatePrincipal = HubSession.ValidateAsync;
    }

    private static void AddTokens(IServiceCollection services, string? baseUrl) => services.AddOpenIddict()
        .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<PlatformDb>().ReplaceDefaultEntities<Guid>())
        .AddServer(server =>
        {
            server.SetTokenEndpointUris("connect/token").SetAuthorizationEndpointUris("connect/authorize").SetRevocationEndpointUris("connect/revoke");
            server.AllowClientCredentialsFlow().AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().RequireProofKeyForCodeExchange();
            server.SetAccessTokenLifetime(TimeSpan.FromMinutes(30)).SetRefreshTokenLifetime(TimeSpan.FromDays(14));
            server.SetRefreshTokenReuseLeeway(TimeSpan.Zero); // a second use of a refresh token ends its whole family
            server.Configure(options =>
            {
                options.ResponseModes.RemoveWhere(mode => mode != OpenIddictConstants.ResponseModes.Query); // the others need a script or a fragment
                options.CodeChallengeMethods.RemoveWhere(method => method != OpenIddictConstants.CodeChallengeMethods.Sha256);
            });
            server.RegisterScopes([.. Scope.Descriptions.Keys]);
            server.IgnoreScopePermissions(); // the admission is the one list of an app's scopes
            if (Uri.TryCreate(baseUrl, UriKind.Absolute, out var issuer))
            {
                server.SetIssuer(issuer); // every replica and every host name the same
            }

            // TLS ends at the proxy in front; on a desk there is none
            server.UseAspNetCore().EnableTokenEndpointPassthrough().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();
        })
        .AddValidation(validation =>
        {
            validation.UseLocalServer();
            validation.EnableTokenEntryValidation(); // a revoked token ends at once
            validation.UseAspNetCore().DisableAccessTokenExtractionFromBodyForm().DisableAccessTokenExtractionFromQueryString();
        });
}
