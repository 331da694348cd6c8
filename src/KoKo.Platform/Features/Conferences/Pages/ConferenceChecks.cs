using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Conferences.Pages;

/// <summary>A form meets the same validator as a body of the API.</summary>
internal static class ConferenceChecks
{
    private static readonly ConferenceBodyValidator Validator = new();

    public static ConferenceBody Checked(ConferenceBody body)
    {
        var broken = Validator.Validate(body).Errors;
        return broken.Count == 0 ? body : throw new ProblemException(Problems.InvalidInput, [.. broken.Select(RequestBody.ErrorOf)]);
    }
}
