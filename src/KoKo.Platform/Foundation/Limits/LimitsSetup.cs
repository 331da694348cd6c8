using KoKo.Platform.Foundation.Http;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Foundation.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace KoKo.Platform.Foundation.Limits;

/// <summary>
/// In the pipeline twice: the turn before authentication, so that who waits costs the database nothing, and the owner's
/// quota after it, when everybody is known. What is refused because of a quota had to wait for its turn, too: refusing at
/// once would let a caller that does not listen spin.
/// </summary>
internal static class LimitsSetup
{
    // probes, and what is the same for everybody; static files are answered before
    private static readonly PathString[] Unlimited = ["/health", "/openapi", "/swagger"];

    public static WebApplicationBuilder AddLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).Validate(limits => limits.IsUsable, LimitOptions.Unusable).ValidateOnStart();
        builder.Services.AddSingleton<FairGate>();
        builder.Services.AddSingleton<Callers>();
        builder.Services.AddSingleton<Quota>();
        return builder;
    }

    public static WebApplication UseTurns(this WebApplication app)
    {
        app.Use(TakeTurnAsync);
        return app;
    }

    public static WebApplication UseQuota(this WebApplication app)
    {
        app.Use(CountOwnerAsync);
        return app;
    }

    private static async Task TakeTurnAsync(HttpContext http, RequestDelegate next)
    {
        if (Array.Exists(Unlimited, path => http.Request.Path.StartsWithSegments(path)))
        {
            await next(http);
            return;
        }

        var (services, callers) = (http.RequestServices, http.RequestServices.GetRequiredService<Callers>());
        var gate = services.GetRequiredService<FairGate>();
        var caller = callers.Guess(http);
        Tell(http);
        await ReceiveAsync(http);
        if (!await gate.TryEnterAsync(caller, http.RequestAborted))
        {
            await RefuseAsync(http, TimeSpan.FromSeconds(1));
            return;
        }

        try
        {
            await (caller.Owner is null ? CountAsync(http, next, caller, null) : next(http));
        }
        finally
        {
            var accessor = services.GetRequiredService<TenantContextAccessor>();
            callers.Learn(http, accessor.IsSet ? accessor.Context : null);
            gate.Leave(caller);
        }
    }

    private static Task CountOwnerAsync(HttpContext http, RequestDelegate next)
    {
        var context = http.RequestServices.GetRequiredService<TenantContextAccessor>().Context;
        return Callers.OwnerOf(context) is { } owner ? CountAsync(http, next, new Caller(owner, null), context) : next(http);
    }

    private static async Task CountAsync(HttpContext http, RequestDelegate next, Caller caller, TenantContext? context)
    {
        var allowance = await http.RequestServices.GetRequiredService<Quota>().TakeAsync(caller, context, http.RequestAborted);
        http.Features.Set(allowance);
        await (allowance.IsGranted ? next(http) : RefuseAsync(http, allowance.Reset));
    }

    // who sends slowly must not hold the place of his colleagues meanwhile
    private static async Task ReceiveAsync(HttpContext http)
    {
        if (http.Request.ContentLength is not 0 && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            http.Request.EnableBuffering();
            await http.Request.Body.DrainAsync(http.RequestAborted);
            http.Request.Body.Position = 0;
        }
    }

    // when the answer starts: only then it is known who asked, and the exception handler clears what was set before
    private static void Tell(HttpContext http)
    {
        if (ApiSetup.IsApi(http))
        {
            http.Response.OnStarting(() =>
            {
                http.Features.Get<Allowance>()?.WriteTo(http.Response.Headers);
                return Task.CompletedTask;
            });
        }
    }

    private static Task RefuseAsync(HttpContext http, TimeSpan wait)
    {
        http.Response.Headers.RetryAfter = Allowance.Seconds(wait);
        if (!http.IsHub)
        {
            return ProblemAnswer.WriteAsync(http, Problems.TooManyRequests);
        }

        // plain: the hub's own error page would ask the database who looks at it
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(Page(Allowance.Seconds(wait)), http.RequestAborted);
    }

    private static string Page(string seconds) =>
        $"""
        <!doctype html>
        <html lang="de">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Das waren zu viele Anfragen – KoKo Platform</title></head>
        <body><main><h1>Das waren zu viele Anfragen</h1><p>Es wurde nichts gespeichert. Bitte versuchen Sie es in {(seconds == "1" ? "einer Sekunde" : $"{seconds} Sekunden")} noch einmal.</p></main></body>
        </html>
        """;
}
