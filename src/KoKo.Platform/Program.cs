using KoKo.Platform.Demo;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.Jobs;
using KoKo.Platform.Foundation.Mail;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Foundation.Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddData().AddTenancy().AddPublishing().AddJobs().AddMail().AddIdentityAndTokens().AddApi();
builder.Services.AddHub();

var app = builder.Build();
await app.MigrateAsync(CancellationToken.None);
if (app.Environment.IsDevelopment())
{
    await app.SeedDemoWorldAsync(CancellationToken.None);
}

app.UseExceptionHandler();
app.UseRequestLocalization();
app.UseHub();
app.UseWhen(http => http.Request.Path.StartsWithSegments("/v1"), api => api.UseStatusCodePages(ApiSetup.WriteBareStatusAsync));
app.UseRouting();
app.UseAuthentication();
app.UseMiddleware<TenantResolution>();
app.Use(next => http => AccessCheck.InvokeAsync(http, next));
app.Use(next => http => QueryParameters.CheckAsync(http, next));
app.UseMiddleware<Idempotency>();
app.MapApi();
app.MapTokens();
app.MapHub();
await app.RunAsync();
