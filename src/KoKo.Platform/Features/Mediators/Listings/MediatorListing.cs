using KoKo.Platform.Features.Mediators.Profiles;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Mediators.Listings;

/// <summary>A mediator as one audience sees her. The item is the listing, never the account.</summary>
internal sealed class MediatorListing : IDatedRelease
{
    public const string Kind = "mediator";

    public required Guid ItemId { get; init; }

    public required string Audience { get; init; }

    public IReadOnlyList<string> ShadowedBy { get; init; } = [];

    public required Guid PublisherId { get; init; }

    public required string Name { get; init; }

    public required string Role { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<string> Methods { get; init; } = [];

    public IReadOnlyList<string> Regions { get; init; } = [];

    public IReadOnlyList<string> LanguageCodes { get; init; } = [];

    public bool Online { get; init; }

    public required string TimeZone { get; init; }

    public required int LeadTimeHours { get; init; }

    public ListingDetails Details { get; init; } = new();

    public required DateTime ReleasedAt { get; init; }

    public DateTime VisibleSince { get; private set; }

    /// <summary>One row per audience. Of an item each caller sees one: every row names those after it as richer.</summary>
    public static IReadOnlyList<MediatorListing> RowsOf(MediatorProfile profile, IEnumerable<string> audiences, DateTime now)
    {
        var ranked = audiences.OrderBy(RankOf).ThenBy(audience => audience, StringComparer.Ordinal).ToList();
        return [.. ranked.Select((audience, rank) => RowOf(profile, audience, [.. ranked.Skip(rank + 1)], now))];
    }

    // Public rows are the poorest; the others hold the same fields, so that any order among them will do.
    private static int RankOf(string audience) => audience switch
    {
        Foundation.Publishing.Audience.Public => 0,
        Foundation.Publishing.Audience.Network => 1,
        _ => 2,
    };

    private static MediatorListing RowOf(MediatorProfile profile, string audience, IReadOnlyList<string> richer, DateTime now)
    {
        var content = profile.Content;
        var isPublic = audience == Foundation.Publishing.Audience.Public;
        return new MediatorListing
        {
            ItemId = profile.ListingId,
            Audience = audience,
            ShadowedBy = richer,
            PublisherId = profile.AccountId,
            Name = profile.Name,
            Role = content.Role,
            Topics = content.Topics,
            Methods = isPublic ? [] : content.Methods,
            Regions = content.Regions,
            LanguageCodes = [.. content.Languages.Select(language => language.Code)],
            Online = content.Online,
            TimeZone = profile.TimeZone,
            LeadTimeHours = profile.LeadTimeHours,
            Details = ListingDetails.Of(content, isPublic),
            ReleasedAt = now,
        };
    }
}

/// <summary>What of a listing is shown and not asked for.</summary>
internal sealed record ListingDetails
{
    public string? TitleForm { get; init; }

    public string? Organisation { get; init; }

    public string? Bio { get; init; }

    public IReadOnlyList<Qualification> Qualifications { get; init; } = [];

    public IReadOnlyList<LanguageSkill> Languages { get; init; } = [];

    public int? RadiusKm { get; init; }

    public string? FeeBand { get; init; }

    public static ListingDetails Of(ProfileContent content, bool isPublic) => new()
    {
        TitleForm = content.TitleForm,
        Qualifications = content.Qualifications,
        Languages = content.Languages,
        Organisation = isPublic ? null : content.Organisation,
        Bio = isPublic ? null : content.Bio,
        RadiusKm = isPublic ? null : content.RadiusKm,
        FeeBand = isPublic ? null : content.FeeBand,
    };
}
