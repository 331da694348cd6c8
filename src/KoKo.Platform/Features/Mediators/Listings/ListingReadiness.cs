using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Foundation.Http;

namespace KoKo.Platform.Features.Mediators.Listings;

/// <summary>What a profile must say before it can be listed.</summary>
internal static class ListingReadiness
{
    public static void Require(MediatorProfile profile)
    {
        var missing = Missing(profile.Content).ToList();
        if (missing.Count > 0)
        {
            throw new ProblemException(MediatorProblems.ProfileIncomplete, missing);
        }
    }

    public static IEnumerable<ProblemError> Missing(ProfileContent content)
    {
        if (content.Topics.Count == 0)
        {
            yield return new ProblemError("/topics", "missing", RuleWords.In("Mindestens ein Thema.", "At least one topic."));
        }

        if (content.Languages.Count == 0)
        {
            yield return new ProblemError("/languages", "missing", RuleWords.In("Mindestens eine Sprache.", "At least one language."));
        }

        if (content.Regions.Count == 0 && !content.Online)
        {
            yield return new ProblemError("/regions", "missing", RuleWords.In("Eine Region, oder online.", "A region, or online."));
        }
    }
}
