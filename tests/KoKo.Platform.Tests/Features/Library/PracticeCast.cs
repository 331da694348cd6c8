using System.Net;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Vocabularies;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Library;

/// <summary>Practices for tests: complete ones, and ones that went a certain way.</summary>
internal static class PracticeCast
{
    public static PracticeContent Complete { get; } = new()
    {
        Title = "Nachtruhe am Brunnenplatz: Absprachen statt Anzeigen",
        Summary = "Zwischen Anwohnenden und Gaststätten eines Platzes gab es jeden Sommer Streit um Lärm. Nach Vorgesprächen und drei Runden am Tisch gilt eine gemeinsame Absprache.",
        Topics = ["nightlife_noise", "neighbourhood"],
        ConflictLevel = "intergroup",
        ConflictTypes = ["interest"],
        EscalationStart = 4,
        EscalationEnd = 2,
        Parties = [new PracticeParty("residents", "Anwohnende"), new PracticeParty("business_hospitality", null)],
        Methods = ["clearing", "round_table"],
        MunicipalityRoles = ["moderator"],
        ExternalSupport = [new PracticeSupport("mediation", "Büro für Verständigung")],
        MunicipalityType = "independent_city",
        PopulationClass = "12",
        LandKey = "05",
        SpatialType = "dense",
        StartMonth = "2023-04",
        EndMonth = "2023-11",
        Context = "Jeden Sommer gab es Beschwerden.",
        Assignment = "Eine Absprache, die alle tragen.",
        Approach = [new PracticeStep("analysis", "Vierzehn Gespräche."), new PracticeStep("implementation", "Drei Runden.")],
        Result = "Eine Absprache mit sieben Punkten.",
        ResultStatus = "agreement",
        EvaluationType = "self",
        SuccessFactors = ["Getrennte Vorgespräche"],
        Obstacles = ["Zwei Gaststätten blieben fern"],
        Lessons = "Früher anfangen.",
        Transferability = "high",
        TransferabilityReason = "Das Vorgehen hängt nicht vom Ort ab.",
        CostBand = "under_5k",
        Funding = ["budget"],
        Links = ["https://example.org/absprache"],
        ContactFunction = "Koordinierungsstelle Konfliktmanagement",
        Contributors = ["Konfliktberatung im Ordnungsamt"],
        AnonymisationLevel = "persons_removed",
        AnonymisationChecklist = [.. Vocabulary.AnonymisationCheck.Terms.Select(check => check.Code)],
        ConsentBasis = "Alle Beteiligten haben zugestimmt.",
        License = "CC-BY-4.0",
    };

    public static async Task<PracticeResponse> CreateAsync(this ApiClient client, PracticeContent? content = null) =>
        (await client.SendAsync<CreatePractice>(body: content ?? Complete)).As<PracticeResponse>(HttpStatusCode.Created);

    /// <summary>A practice that went the usual way up to a state.</summary>
    public static async Task<PracticeResponse> InStateAsync(this ApiClient client, PracticeState state, PracticeContent? content = null, params string[] audiences)
    {
        var practice = await client.CreateAsync(content);
        var route = new { id = practice.Id };
        if (state == PracticeState.Archived)
        {
            return (await client.SendAsync<ArchivePractice>(route)).As<PracticeResponse>();
        }

        if (state >= PracticeState.Submitted)
        {
            practice = (await client.SendAsync<SubmitPractice>(route)).As<PracticeResponse>();
        }

        if (state == PracticeState.ChangesRequested)
        {
            return (await client.SendAsync<ReviewPractice>(route, new { outcome = "changes-requested", comment = "Bitte kürzen." })).As<PracticeResponse>();
        }

        if (state >= PracticeState.Reviewed)
        {
            practice = (await client.SendAsync<ReviewPractice>(route, new { outcome = "approved" })).As<PracticeResponse>();
        }

        if (state >= PracticeState.Released)
        {
            practice = (await client.SendAsync<ReleasePractice>(route)).As<PracticeResponse>();
        }

        return state == PracticeState.Published ? await client.PublishAsync(practice.Id, audiences) : practice;
    }

    public static Task<PracticeResponse> PublishedAsync(this ApiClient client, PracticeContent? content = null, params string[] audiences) =>
        client.InStateAsync(PracticeState.Published, content, audiences);

    public static async Task<PracticeResponse> PublishAsync(this ApiClient client, Guid id, params string[] audiences) =>
        (await client.SendAsync<PublishPractice>(new { id }, new { audiences = audiences is [] ? ["network"] : audiences })).As<PracticeResponse>();

    public static async Task<PracticeResponse> GetAsync(this ApiClient client, Guid id) =>
        (await client.SendAsync<GetPractice>(new { id })).As<PracticeResponse>();
}
