using KoKo.Platform.Demo;
using KoKo.Platform.Features.Conferences;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Features.Network.SavedSearches;
using KoKo.Platform.Features.Tenants;
using KoKo.Platform.Foundation.Commands;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Health;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Invitations;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Limits;
using KoKo.Platform.Foundation.Mail;
using KoKo.Platform.Foundation.OpenApi;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Foundation.Web;

var builder = WebApplication.CreateBuilder(Verbs.SettingsOf(args));
builder.AddData().AddTenancy().AddPublishing().AddJobs().AddMail().AddSearch().AddLibrary().AddNetwork().AddTenants().AddIdentityAndTokens().AddInvitations().AddLimits().AddApi().AddOpenApiDocument().AddAddresses().AddHealth();
builder.Services.AddHub();

var app = builder.Build();
if (await Verbs.RunAsync(app, args, Console.Out, CancellationToken.None) is { } exitCode)
{
    return exitCode;
}

if (!app.SettingsAreRight(Console.Error) || !await app.DatabaseIsReadyAsync(Console.Error, CancellationToken.None)
    || !await app.SearchIsGuardedAsync(Console.Error, CancellationToken.None))
{
    return Verbs.Refused;
}

await app.PrepareTokensAsync(CancellationToken.None);
if (app.Environment.IsDevelopment())
{
    await app.SeedDemoWorldAsync(CancellationToken.None);
    app.GreetWhenStarted();
}

app.UseKnownProxies();
app.UseRequestLocalization();
app.Use(next => http => RequestHost.CheckAsync(http, next));
app.UseHub();
app.UseWhen(http => !http.IsHub, programs => programs.UseExceptionHandler());
app.UseWhen(ApiSetup.IsApi, api => api.UseStatusCodePages(ApiSetup.WriteBareStatusAsync));
app.Use(next => http => StorableText.CheckAsync(http, next));
app.Use(next => http => HeadRequests.AnswerAsync(http, next));
app.UseRouting();
app.UseTurns();
app.UseAuthentication();
app.UseMiddleware<TenantResolution>();
app.UseQuota();
app.Use(next => http => HubSession.SetCallerAsync(http, next));
app.Use(next => http => AccessCheck.InvokeAsync(http, next));
app.Use(next => http => QueryParameters.CheckAsync(http, next));
app.Use(next => http => RequestBody.CheckAsync(http, next));
app.UseMiddleware<Idempotency>();
app.UseAntiforgery();
app.MapApi();
app.MapTokens();
app.MapOpenApiDocument();
app.MapHealth();
app.MapHubCalendar();
app.MapMailStop();
app.MapHub();
await app.RunAsync();
return 0;
