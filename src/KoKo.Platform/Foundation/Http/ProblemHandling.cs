using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Web;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace KoKo.Platform.Foundation.Http;

/// <summary>Turns whatever a request of a program throws into its problem, in one place.</summary>
internal sealed partial class ProblemHandling(ILogger<ProblemHandling> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.IsHub)
        {
            return false;
        }

        var (problem, errors) = Of(exception);
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            var wait = (exception as ProblemException)?.RetryAfter ?? TimeSpan.FromSeconds(5);
            httpContext.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (problem.Status == StatusCodes.Status500InternalServerError)
        {
            LogBug(logger, httpContext.GetEndpoint()?.DisplayName, exception);
        }

        await ProblemAnswer.WriteAsync(httpContext, problem, errors);
        return true;
    }

    public static (Problem Problem, IReadOnlyList<ProblemError> Errors) Of(Exception exception) => exception switch
    {
        ProblemException refusal => (refusal.Problem, refusal.Errors),
        DbUpdateConcurrencyException => (Problems.EditedMeanwhile, []),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (Problems.TooLarge, []),
        BadHttpRequestException => (Problems.MalformedRequest, []),
        _ when DatabaseFailures.IsUnstorable(exception) => (Problems.InvalidInput, []),
        _ when DatabaseFailures.IsUnavailable(exception) => (Problems.Unavailable, []),
        _ when DatabaseFailures.IsCollision(exception) => (Problems.Conflict, []), // both tried to be the first
        _ => (Problems.InternalError, []),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "{Endpoint} failed.")]
    private static partial void LogBug(ILogger logger, string? endpoint, Exception exception);
}
