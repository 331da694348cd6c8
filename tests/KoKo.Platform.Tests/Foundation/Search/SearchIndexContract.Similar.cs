using KoKo.Platform.Foundation.Search;

namespace KoKo.Platform.Tests.Foundation.Search;

public abstract partial class SearchIndexContract
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Wanted = new()
    {
        ["topic"] = ["noise", "school"],
        ["landKey"] = ["05"],
    };

    [Fact]
    public async Task Similar_items_come_by_the_weighted_number_of_shared_codes()
    {
        var self = Guid.NewGuid();
        await AddAsync(
            Case("Selbst", id: self) with { Facets = Wanted },
            Case("Beide Themen") with { Facets = Topic("noise", "school") },
            Case("Ein Thema") with { Facets = Topic("noise", "mobility") },
            Case("Das Land") with { Facets = new Dictionary<string, IReadOnlyList<string>> { ["landKey"] = ["05"] } },
            Case("Nichts") with { Facets = Topic("mobility") });

        var similar = await Index.FindSimilarAsync(Anonymous, Like(self), Stop);

        Assert.Equal([4, 3, 2], similar.Select(hit => hit.Weight));
        Assert.Equal(["noise", "school"], similar[0].Facets["topic"].Order(StringComparer.Ordinal));
        Assert.Equal(["05"], similar[1].Facets["landKey"]);
        Assert.Equal(["mobility", "noise"], similar[2].Facets["topic"].Order(StringComparer.Ordinal));
        Assert.All(similar, hit => Assert.Equal("practice", hit.Kind));
    }

    [Fact]
    public async Task Similar_items_are_of_the_kind_within_the_limit_and_the_newest_first()
    {
        var old = Case("Alt") with { Facets = Wanted, SortDate = DateTime.UnixEpoch };
        var fresh = Case("Neu") with { Facets = Wanted, SortDate = DateTime.UnixEpoch.AddYears(50) };
        await AddAsync(old, fresh, Case("Konferenz") with { Kind = "conference", Facets = Wanted });

        Assert.Equal([fresh.ItemId, old.ItemId], Ids(await Index.FindSimilarAsync(Anonymous, Like(Guid.NewGuid()), Stop)));
        Assert.Equal([fresh.ItemId], Ids(await Index.FindSimilarAsync(Anonymous, Like(Guid.NewGuid()) with { Limit = 1 }, Stop)));
    }

    [Fact]
    public async Task Similar_items_are_seen_by_their_audience_once_each()
    {
        var id = Guid.NewGuid();
        await AddAsync(
            Case("Arm", id: id) with { ShadowedBy = ["network"], Facets = Topic("noise") },
            Case("Reich", audience: "network", id: id) with { Facets = Wanted },
            Case("Fremd", audience: "tenant:b") with { Facets = Wanted });

        var anonymous = Assert.Single(await Index.FindSimilarAsync(Anonymous, Like(Guid.NewGuid()), Stop));
        var network = Assert.Single(await Index.FindSimilarAsync(Network, Like(Guid.NewGuid()), Stop));

        Assert.Equal((id, "public", 2), (anonymous.ItemId, anonymous.Audience, anonymous.Weight));
        Assert.Equal((id, "network", 7), (network.ItemId, network.Audience, network.Weight));
        Assert.Empty(await Index.FindSimilarAsync([], Like(Guid.NewGuid()), Stop));
    }

    [Fact]
    public async Task Similar_items_leave_out_what_was_withdrawn_and_need_something_to_share()
    {
        var gone = Case("Zurückgezogen") with { Facets = Wanted };
        await AddAsync(gone);

        Assert.Empty(await Index.FindSimilarAsync(Anonymous, Like(Guid.NewGuid()) with { Without = [("practice", gone.ItemId)] }, Stop));
        Assert.Empty(await Index.FindSimilarAsync(Anonymous, Like(Guid.NewGuid()) with { Facets = new Dictionary<string, IReadOnlyList<string>> { ["topic"] = [] } }, Stop));
    }

    private static SimilarQuery Like(Guid item) => new() { Kind = "practice", ItemId = item, Facets = Wanted, Weights = new Dictionary<string, int> { ["topic"] = 2, ["landKey"] = 3 } };

    private static IEnumerable<Guid> Ids(IEnumerable<SimilarHit> hits) => hits.Select(hit => hit.ItemId);
}
