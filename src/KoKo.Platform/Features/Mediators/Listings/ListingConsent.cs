using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;

namespace KoKo.Platform.Features.Mediators.Listings;

/// <summary>A mediator's consent to be listed: what she read, whom she allowed to see which fields, when, and until when.</summary>
internal sealed class ListingConsent : IPersonOwned
{
    private ListingConsent()
    {
    }

    public ListingConsent(IEnumerable<string> audiences, string actor, DateTime givenAt)
    {
        Audiences = [.. audiences];
        Fields = Audiences.All(audience => audience == Audience.Public) ? ConsentText.PublicFields : ConsentText.NetworkFields;
        TextVersion = ConsentText.Version;
        TextHash = ConsentText.Hash;
        Actor = actor;
        GivenAt = givenAt;
    }

    public Guid AccountId { get; private set; }

    public Guid Id { get; private set; } = Guid.NewGuid();

    public string TextVersion { get; private set; } = "";

    public string TextHash { get; private set; } = "";

    public IReadOnlyList<string> Audiences { get; private set; } = [];

    public IReadOnlyList<string> Fields { get; private set; } = [];

    public string Actor { get; private set; } = "";

    public DateTime GivenAt { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public void Withdraw(DateTime at) => WithdrawnAt ??= at;
}
