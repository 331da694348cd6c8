using System.Net;
using System.Text.RegularExpressions;
using KoKo.Platform.Features.Library;
using KoKo.Platform.Features.Network;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Foundation.Http;

/// <summary>What a broken rule says: one language, what is expected, where it stands, and nothing of how it is built.</summary>
public sealed partial class RuleWordsTests(PlatformWorld world)
{
    [Theory]
    [InlineData("de", "abc", "Erwartet wird eine ganze Zahl.")]
    [InlineData("en", "abc", "A whole number is expected.")]
    [InlineData("de", "0", "Erwartet wird eine Zahl von 1 bis 100.")]
    [InlineData("en", "0", "A number from 1 to 100 is expected.")]
    public async Task A_query_parameter_says_what_it_takes(string language, string limit, string detail)
    {
        var answer = await world.Anonymous.SendAsync<SearchNetwork>(query: new { limit }, headers: ("Accept-Language", language));

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Equal(("/limit", detail), (Assert.Single(answer.Pointers), DetailsOf(answer).Single()));
    }

    [Theory]
    [InlineData("topic", "weather")]
    [InlineData("landKey", "99")]
    [InlineData("kind", "person")]
    [InlineData("sort", "loudness")]
    public async Task A_filter_that_is_no_code_says_where_the_codes_are_or_which(string name, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/v1/search?{name}={code}", UriKind.Relative));

        var answer = await world.Anonymous.SendAsync(request);

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.Matches("/v1/vocabularies|practice, mediator oder conference|relevance, newest, title", Assert.Single(DetailsOf(answer)));
    }

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task No_rule_names_a_member_a_type_or_the_other_language(string language)
    {
        var broken = new
        {
            kind = "story",
            title = "kurz",
            summary = "Zu kurz.",
            language = "tlh",
            topics = (string[])["weather"],
            escalationStart = 0,
            escalationEnd = 12,
            startMonth = "2023-13",
            links = (string[])["http://example.org"],
            staffEffort = new { internalHours = -1, externalDays = 1 },
            parties = new[] { new { type = "", label = new string('x', 200) } },
            approach = new[] { new { text = "" } },
        };

        var answer = await (await world.AppAsync("soest")).SendAsync<CreatePractice>(body: broken, headers: ("Accept-Language", language));

        answer.Refused(HttpStatusCode.UnprocessableEntity, "invalid-input");
        Assert.True(answer.Pointers.Count > 12, answer.Body);
        Assert.All(DetailsOf(answer), detail => Assert.DoesNotMatch(MemberOrType(), detail));
        Assert.All(DetailsOf(answer), detail => Assert.DoesNotMatch(language == "de" ? English() : German(), detail));
    }

    [Theory]
    [InlineData("{\"escalationStart\": \"4\"}", "Erwartet wird eine ganze Zahl.")]
    [InlineData("{\"title\": 5}", "Erwartet wird ein Text.")]
    public async Task A_member_of_a_wrong_type_says_which_is_expected(string body, string detail)
    {
        var answer = await (await world.AppAsync("soest")).SendAsync<CreatePractice>(body: body);

        Assert.Equal(detail, Assert.Single(DetailsOf(answer)));
    }

    [Theory]
    [InlineData("/v1/search?foo=1", "/foo")]
    [InlineData("/v1/search?limit=abc", "/limit")]
    [InlineData("/v1/vocabularies?a%00b=1", "/ab")]
    public async Task A_parameter_is_pointed_to_like_a_member(string path, string pointer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));

        Assert.Equal([pointer], (await world.Anonymous.SendAsync(request)).Pointers);
    }

    private static IEnumerable<string> DetailsOf(ApiAnswer answer) => answer.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("detail").GetString()!);

    [GeneratedRegex("'|Int32|String|System|escalation|staffEffort|internalHours|startMonth|\\bapproach\\b")]
    private static partial Regex MemberOrType();

    [GeneratedRegex(@"\b(is|are|the|expected|allowed|must|no such)\b")]
    private static partial Regex English();

    [GeneratedRegex(@"\b(ist|sind|der|die|das|wird|bitte|Zeichen|nicht)\b")]
    private static partial Regex German();
}
