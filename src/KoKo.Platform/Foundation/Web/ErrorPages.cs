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
            LogFailure(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ErrorPages)), exception, context.Request.Path);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    [LoggerMessage(LogLevel.Error, "A hub page failed at {Path}", EventName = "HubPageFailed")]
    private static partial void LogFailure(ILogger logger, Exception exception, PathString path);
}
