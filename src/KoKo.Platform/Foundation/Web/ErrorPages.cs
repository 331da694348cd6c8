using KoKo.Platform.Foundation.Http;
using Microsoft.AspNetCore.Diagnostics;

namespace KoKo.Platform.Foundation.Web;

/// <summary>Answers a hub request that went wrong with a page; programs get their problem document from the API.</summary>
internal static partial class ErrorPages
{
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app)
    {
        // not inside UseWhen: a branch has no routing to run the second time
        app.UseStatusCodePagesWithReExecute("/fehler/{0}", createScopeForStatusCodePages: true);
        return app.Use(AnswerAsync);
    }

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.IsHub)
        {
            context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
            await next(context);
            return;
        }

        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            // a refused form comes back as an error page, which is read and not submitted
            context.Request.Method = HttpMethods.Get;
            await next(context);
            return;
        }

        await CatchAsync(context, next);
    }

    private static async Task CatchAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            Answer(context, exception);
        }
    }

    private static void Answer(HttpContext context, Exception exception)
    {
        var (problem, _) = ProblemHandling.Of(exception);
        if (problem == Problems.InternalError)
        {
            LogFailure(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ErrorPages)), exception, context.Request.Path);
        }

        context.Response.Clear();
        if (problem == Problems.Unauthenticated && HttpMethods.IsGet(context.Request.Method))
        {
            var asked = context.Request.Path + context.Request.QueryString;
            context.Response.Redirect($"/anmelden?ReturnUrl={Uri.EscapeDataString(asked)}");
            return;
        }

        context.Response.StatusCode = problem.Status;
        context.Features.Set(new Refused(problem, HttpMethods.IsPost(context.Request.Method)));
    }

    /// <summary>Why a page is not there, and whether a form was sent to it: only then anything could have been saved.</summary>
    internal sealed record Refused(Problem Problem, bool WasForm);

    [LoggerMessage(LogLevel.Error, "A hub page failed at {Path}", EventName = "HubPageFailed")]
    private static partial void LogFailure(ILogger logger, Exception exception, PathString path);
}
