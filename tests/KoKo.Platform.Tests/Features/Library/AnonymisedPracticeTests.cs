using System.Net;
using System.Text.RegularExpressions;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Foundation.Publishing;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Features.Library;

/// <summary>Where the place is hidden, nobody learns the Kommune from any answer.</summary>
public sealed partial class AnonymisedPracticeTests(PlatformWorld world)
{
    private static readonly PracticeContent Coarsened = PracticeCast.Complete with { AnonymisationLevel = "place_coarsened" };

    public static TheoryData<string, string?, string?, string?, string?, string> Places => new()
    {
        // stated Land and class, what is shown of them, and as whose the practice is shown
        { "05", "12", "05", "12", null, "eine Kommune in Nordrhein-Westfalen" },
        { "05", "11", "05", null, null, "eine Kommune in Nordrhein-Westfalen" },
        { "10", "22", "10", "22", null, "eine Kommune im Saarland" },
    };

    [Theory]
    [InlineData("place_coarsened")]
    [InlineData("composite")]
    public async Task No_answer_names_the_kommune(string level)
    {
        var (dueren, unna) = (await world.AppAsync("dueren"), await world.AppAsync("unna"));
        var content = Coarsened with { AnonymisationLevel = level, Topics = ["structural_change"], Title = $"Verborgener Ort {Guid.NewGuid():N}" };
        var practice = await dueren.PublishedAsync(content, "public", "network", "land:05");
        var words = content.Title.Split(' ')[^1];

        foreach (var reader in new[] { world.Anonymous, unna, dueren })
        {
            await DemandSilenceAsync(await reader.SendAsync<GetReleasedPractice>(new { id = practice.Id }));
            await DemandSilenceAsync(await reader.SendAsync<ListReleasedPractices>(query: new { topic = "structural_change", limit = 100 }));
            await DemandSilenceAsync(await reader.SendAsync<SearchNetwork>(query: new { q = words }));
        }

        using var http = world.Http();
        foreach (var path in new[] { $"/bibliothek/{practice.Id}", $"/bibliothek/{practice.Slug}" })
        {
            var page = await http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Contains("eine Kommune in Nordrhein-Westfalen", page, StringComparison.Ordinal);
            DemandSilence(page);
        }
    }

    [Fact]
    public async Task Nothing_that_could_point_to_the_place_is_released()
    {
        var (dueren, unna) = (await world.AppAsync("dueren"), await world.AppAsync("unna"));
        var practice = await dueren.PublishedAsync(Coarsened);

        var content = (await unna.SendAsync<GetReleasedPractice>(new { id = practice.Id })).As<ReleasedPracticeResponse>().Content;

        var expected = new ReleasedContent(Coarsened) with
        {
            MunicipalityType = null,
            SpatialType = null,
            StartMonth = null,
            EndMonth = null,
            ContactFunction = null,
            Contributors = [],
            Links = [],
            ExternalSupport = [new PracticeSupport("mediation", null)],
        };
        Assert.Equivalent(expected, content, strict: true);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Land_and_class_are_shown_only_where_five_share_them(string land, string? size, string? shownLand, string? shownSize, string? shownType, string label)
    {
        var dueren = await world.AppAsync("dueren");
        var practice = await dueren.PublishedAsync(Coarsened with { LandKey = land, PopulationClass = size });

        var released = (await dueren.SendAsync<GetReleasedPractice>(new { id = practice.Id })).As<ReleasedPracticeResponse>();

        Assert.Equal((shownLand, shownSize, shownType), (released.Content.LandKey, released.Content.PopulationClass, released.Content.MunicipalityType));
        Assert.Equal(new PublisherResponse(label, null, null), released.Publisher);
    }

    [Theory]
    [InlineData("district:05358")]
    [InlineData("land:10")]
    [InlineData("tenant:6f9619ff-8b86-4d01-b42d-00cf4fc964ff")]
    public async Task An_audience_narrower_than_the_place_that_is_shown_is_refused(string audience)
    {
        var dueren = await world.AppAsync("dueren");
        var practice = await dueren.InStateAsync(PracticeState.Released, Coarsened);

        var answer = await dueren.SendAsync<PublishPractice>(new { id = practice.Id }, new { audiences = (List<string>)["network", audience] });

        answer.Refused(HttpStatusCode.UnprocessableEntity, "audience-too-narrow");
        Assert.Equal(["/audiences/1"], answer.Pointers);
        Assert.Equal(PracticeState.Released, (await dueren.GetAsync(practice.Id)).State);
    }

    [Theory]
    [InlineData("In Düren war es laut.")]
    [InlineData("Der Dürener Platz war laut.")]
    [InlineData("Siehe Vorlage 05358008 des Ausschusses.")]
    [InlineData("DÜREN, im Sommer")]
    public async Task A_text_that_names_the_own_kommune_is_refused_where_it_stands(string text)
    {
        var dueren = await world.AppAsync("dueren");
        var practice = await dueren.InStateAsync(PracticeState.Released, Coarsened with { Lessons = text, Parties = [new PracticeParty("residents", text), new PracticeParty("police", null)] });

        var answer = await dueren.SendAsync<PublishPractice>(new { id = practice.Id }, new { audiences = (List<string>)["network"] });

        answer.Refused(HttpStatusCode.UnprocessableEntity, "place-named");
        Assert.Equal(["/lessons", "/parties/0/label"], answer.Pointers.Order(StringComparer.Ordinal));
        (await dueren.SendAsync<GetReleasedPractice>(new { id = practice.Id })).Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_practice_that_names_its_place_openly_may_do_so()
    {
        var dueren = await world.AppAsync("dueren");

        var practice = await dueren.PublishedAsync(PracticeCast.Complete with { AnonymisationLevel = "open", Lessons = "In Düren war es laut." });

        var released = (await dueren.SendAsync<GetReleasedPractice>(new { id = practice.Id })).As<ReleasedPracticeResponse>();
        Assert.Equal(new PublisherResponse("Düren, Stadt", DemoIds.Tenant("dueren"), "dueren"), released.Publisher);
    }

    [Fact]
    public async Task Hiding_the_place_later_takes_the_name_out_of_the_address_too()
    {
        var dueren = await world.AppAsync("dueren");
        var practice = await dueren.PublishedAsync(PracticeCast.Complete with { AnonymisationLevel = "open", Title = "Lärm am Markt in Düren" });
        var route = new { id = practice.Id };
        await dueren.SendAsync<ChangePractice>(route, Coarsened with { Title = "Lärm auf einem Marktplatz" }, null, ("If-Match", $"\"{practice.Version}\""));
        await dueren.SendAsync<SubmitPractice>(route);
        await dueren.SendAsync<ReviewPractice>(route, new { outcome = "approved" });
        await dueren.SendAsync<ReleasePractice>(route);

        var published = await dueren.PublishAsync(practice.Id);

        Assert.Contains("dueren", practice.Slug, StringComparison.Ordinal);
        Assert.Equal($"laerm-auf-einem-marktplatz-{practice.Id.ToString("N")[..6]}", published.Slug);
        await DemandSilenceAsync(await dueren.SendAsync<GetReleasedPractice>(route));
    }

    [Fact]
    public async Task Who_published_is_found_in_no_column_that_is_shown()
    {
        var dueren = await world.AppAsync("dueren");
        var practice = await dueren.PublishedAsync(Coarsened);

        var rows = await InsideAsync(services => services.GetRequiredService<Publisher>().Own<ReleasedPractice>(new Owner(OwnerKind.Tenant, DemoIds.Tenant("dueren")))
            .Where(row => row.ItemId == practice.Id));

        var row = Assert.Single(rows);
        Assert.Equal((DemoIds.Tenant("dueren"), "eine Kommune in Nordrhein-Westfalen", (Guid?)null, null), (row.PublisherId, row.PublisherLabel, row.NamedPublisherId, row.NamedPublisherSlug));
    }

    private static Task DemandSilenceAsync(ApiAnswer answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        DemandSilence(answer.Body + answer.Headers + answer.ContentHeaders);
        return Task.CompletedTask;
    }

    private static void DemandSilence(string text)
    {
        foreach (var word in new[] { "düren", "dueren", DemoIds.Tenant("dueren").ToString() })
        {
            Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotMatch(Key(), text);
    }

    private async Task<List<ReleasedPractice>> InsideAsync(Func<IServiceProvider, IQueryable<ReleasedPractice>> look)
    {
        await using var scope = await world.Services.GetRequiredService<TenantScopes>().OpenAsync(new Owner(OwnerKind.Tenant, DemoIds.Tenant("dueren")), TestContext.Current.CancellationToken);
        return [.. look(scope.ServiceProvider)];
    }

    /// <summary>The key of the Kreis or of the Kommune, but not digits of a random id, a token or a time.</summary>
    [GeneratedRegex("(?<![0-9A-Za-z.])05358([0-9]{3})?(?![0-9A-Za-z]|-[0-9a-f]{4}-)")]
    private static partial Regex Key();
}
