using System.Net;
using KoKo.Platform.Demo;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Features.Library;

public sealed class PublishPracticeTests(PlatformWorld world)
{
    private static readonly PracticeContent Bare = new()
    {
        Title = PracticeCast.Complete.Title,
        Summary = PracticeCast.Complete.Summary,
        Topics = ["mobility"],
    };

    [Fact]
    public async Task Every_missing_part_of_a_case_is_told_at_once()
    {
        var dortmund = await world.AppAsync("dortmund");
        var practice = await dortmund.InStateAsync(PracticeState.Released, Bare);

        var answer = await dortmund.SendAsync<PublishPractice>(new { id = practice.Id }, new { audiences = (List<string>)["network"] });

        answer.Refused(HttpStatusCode.UnprocessableEntity, "parts-missing");
        Assert.Equal(
            [
                "/context", "/obstacles", "/contactFunction", "/anonymisationLevel", "/anonymisationChecklist", "/license",
                "/conflictLevel", "/conflictTypes", "/parties", "/methods", "/municipalityRoles", "/municipalityType", "/populationClass", "/landKey",
                "/startMonth", "/endMonth", "/assignment", "/approach", "/result", "/resultStatus", "/successFactors", "/lessons",
                "/transferability", "/transferabilityReason", "/costBand", "/consentBasis",
            ],
            answer.Pointers);
        Assert.Equal(practice.MissingParts, answer.Pointers);
        Assert.Equivalent(practice, await dortmund.GetAsync(practice.Id), strict: true);
        (await dortmund.SendAsync<GetReleasedPractice>(new { id = practice.Id })).Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_guide_needs_fewer_parts()
    {
        var dortmund = await world.AppAsync("dortmund");
        var practice = await dortmund.InStateAsync(PracticeState.Released, Bare with { Kind = "guide" });

        Assert.Equal(["/context", "/obstacles", "/contactFunction", "/anonymisationLevel", "/anonymisationChecklist", "/license", "/approach"], practice.MissingParts);
    }

    [Fact]
    public async Task One_open_point_of_the_checklist_is_enough_to_refuse()
    {
        var dortmund = await world.AppAsync("dortmund");
        var practice = await dortmund.InStateAsync(PracticeState.Released, PracticeCast.Complete with { AnonymisationChecklist = [.. PracticeCast.Complete.AnonymisationChecklist.Skip(1)] });

        var answer = await dortmund.SendAsync<PublishPractice>(new { id = practice.Id }, new { audiences = (List<string>)["network"] });

        answer.Refused(HttpStatusCode.UnprocessableEntity, "parts-missing");
        Assert.Equal(["/anonymisationChecklist"], answer.Pointers);
    }

    [Fact]
    public async Task Without_title_summary_language_and_topic_nothing_is_submitted()
    {
        var dortmund = await world.AppAsync("dortmund");
        var practice = await dortmund.CreateAsync(new PracticeContent { Title = "Nur ein Titel" });

        var answer = await dortmund.SendAsync<SubmitPractice>(new { id = practice.Id });

        answer.Refused(HttpStatusCode.UnprocessableEntity, "parts-missing");
        Assert.Equal(["/summary", "/topics"], answer.Pointers);
    }

    [Fact]
    public async Task A_tenant_that_is_not_in_the_directory_is_no_audience()
    {
        var dortmund = await world.AppAsync("dortmund");
        var practice = await dortmund.PublishedAsync();

        var answer = await dortmund.SendAsync<PublishPractice>(new { id = practice.Id }, new { audiences = (List<string>)["network", $"tenant:{Guid.NewGuid()}"] });

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(("/audiences/1", "unknown-audience"), (Assert.Single(answer.Pointers), answer.Json.GetProperty("errors")[0].GetProperty("code").GetString()));
        Assert.Equal(["network"], (await dortmund.GetAsync(practice.Id)).PublishedAudiences);
        (await (await world.AppAsync("krefeld")).SendAsync<GetReleasedPractice>(new { id = practice.Id })).As<ReleasedPracticeResponse>();
    }

    [Fact]
    public async Task A_tenant_of_the_directory_and_the_own_one_are_audiences()
    {
        var dortmund = await world.AppAsync("dortmund");
        var practice = await dortmund.PublishedAsync(null, $"tenant:{DemoIds.Tenant("hamm")}", $"tenant:{DemoIds.Tenant("dortmund")}");

        (await (await world.AppAsync("hamm")).SendAsync<GetReleasedPractice>(new { id = practice.Id })).As<ReleasedPracticeResponse>();
        (await (await world.AppAsync("krefeld")).SendAsync<GetReleasedPractice>(new { id = practice.Id })).Refused(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_licence_for_the_network_forbids_the_public()
    {
        var dortmund = await world.AppAsync("dortmund");
        var practice = await dortmund.InStateAsync(PracticeState.Released, PracticeCast.Complete with { License = "network_only" });

        var answer = await dortmund.SendAsync<PublishPractice>(new { id = practice.Id }, new { audiences = (List<string>)["network", "public"] });

        answer.Refused(HttpStatusCode.UnprocessableEntity, "license-forbids-public");
        Assert.Equal(["/audiences/1"], answer.Pointers);
        Assert.Equal(PracticeState.Published, (await dortmund.PublishAsync(practice.Id, "network")).State);
    }

    [Theory]
    [InlineData("everybody")]
    [InlineData("land:17")]
    [InlineData("land:5")]
    [InlineData("district:05")]
    [InlineData("tenant:duisburg")]
    [InlineData("")]
    public async Task An_unknown_audience_is_refused(string audience)
    {
        var dortmund = await world.AppAsync("dortmund");
        var practice = await dortmund.InStateAsync(PracticeState.Released);

        var answer = await dortmund.SendAsync<PublishPractice>(new { id = practice.Id }, new { audiences = (List<string>)[audience] });

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(["/audiences/0"], answer.Pointers);
    }

    [Fact]
    public async Task No_audience_or_one_twice_is_refused()
    {
        var dortmund = await world.AppAsync("dortmund");
        var practice = await dortmund.InStateAsync(PracticeState.Released);
        var route = new { id = practice.Id };

        (await dortmund.SendAsync<PublishPractice>(route, new { audiences = (List<string>)[] })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        (await dortmund.SendAsync<PublishPractice>(route, new { audiences = (List<string>)["network", "network"] })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        (await dortmund.SendAsync<PublishPractice>(route, new { })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
    }

    [Fact]
    public async Task Nobody_reviews_or_releases_what_she_submitted()
    {
        var (app, administrator) = (await world.AppAsync("dortmund"), await world.PersonAsync(Roles.Administrator, "dortmund"));
        var practice = await app.CreateAsync();
        var route = new { id = practice.Id };
        (await administrator.SendAsync<SubmitPractice>(route)).As<PracticeResponse>();

        (await administrator.SendAsync<ReviewPractice>(route, new { outcome = "approved" })).Refused(HttpStatusCode.Forbidden, "own-submission");
        Assert.Equal(PracticeState.Submitted, (await app.GetAsync(practice.Id)).State);

        var reviewed = await (await world.PersonAsync(Roles.Reviewer, "dortmund")).SendAsync<ReviewPractice>(route, new { outcome = "approved" });
        Assert.Equal(PracticeState.Reviewed, reviewed.As<PracticeResponse>().State);
    }

    [Fact]
    public async Task A_request_for_changes_says_what_to_change()
    {
        var dortmund = await world.AppAsync("dortmund");
        var practice = await dortmund.InStateAsync(PracticeState.Submitted);
        var route = new { id = practice.Id };

        (await dortmund.SendAsync<ReviewPractice>(route, new { outcome = "changes-requested" })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        (await dortmund.SendAsync<ReviewPractice>(route, new { outcome = "rejected" })).Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        var answer = (await dortmund.SendAsync<ReviewPractice>(route, new { outcome = "changes-requested", comment = "Bitte kürzen." })).As<PracticeResponse>();

        Assert.Equal((PracticeAction.ChangesRequested, "Bitte kürzen."), (answer.History[^1].Action, answer.History[^1].Comment));
    }

    [Theory]
    [InlineData(Roles.Reader)]
    [InlineData(Roles.Editor)]
    [InlineData(Roles.Reviewer)]
    public async Task Only_the_right_role_releases_and_publishes(Roles role)
    {
        var app = await world.AppAsync("dortmund");
        var (reviewed, released) = (await app.InStateAsync(PracticeState.Reviewed), await app.InStateAsync(PracticeState.Released));
        var person = await world.PersonAsync(role, "dortmund");

        (await person.SendAsync<ReleasePractice>(new { id = reviewed.Id })).Refused(HttpStatusCode.Forbidden, "forbidden");
        (await person.SendAsync<PublishPractice>(new { id = released.Id }, new { audiences = (List<string>)["network"] })).Refused(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(PracticeState.Released, (await app.GetAsync(released.Id)).State);
    }
}
