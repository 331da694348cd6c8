using System.Net;
using System.Text.RegularExpressions;
using KoKo.Platform.Demo;

namespace KoKo.Platform.Tests.World;

/// <summary>A browser without scripts: keeps cookies, follows nothing by itself, sends the forms it was given.</summary>
internal sealed class HubClient(HttpClient http) : IDisposable
{
    public HubClient(PlatformWorld world)
        : this(world.Http())
    {
    }

    public async Task<HubPage> GetAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return await PageAsync(answer);
    }

    /// <summary>Sends the form with this action (or, without one, with this name) as the page holds it, with the fields changed.</summary>
    public async Task<HubPage> SubmitAsync(HubPage page, string form, params (string Name, string? Value)[] fields)
    {
        var (action, given) = page.Form(form);
        var values = given.Where(field => fields.All(changed => changed.Name != field.Name))
            .Concat(fields.Where(field => field.Value is not null).Select(field => (field.Name, Value: field.Value!)));
        using var content = new FormUrlEncodedContent(values.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await http.PostAsync(new Uri(action, UriKind.RelativeOrAbsolute), content, TestContext.Current.CancellationToken);
        return await PageAsync(answer);
    }

    public async Task SignInAsync(string mail, string password = DemoWorld.Secret)
    {
        var answer = await SubmitAsync(await GetAsync("/anmelden"), "anmelden", ("Mail", mail), ("Password", password));
        Assert.True(answer.Status is HttpStatusCode.Redirect or HttpStatusCode.SeeOther, $"{answer.Status} {answer.Html}");
    }

    public void Dispose() => http.Dispose();

    private static async Task<HubPage> PageAsync(HttpResponseMessage answer) => new(
        answer.StatusCode,
        answer.Headers.Location,
        answer.RequestMessage!.RequestUri!.PathAndQuery,
        await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}

/// <summary>What a browser got.</summary>
internal sealed partial record HubPage(HttpStatusCode Status, Uri? Location, string Path, string Html)
{
    /// <summary>The page's words without markup.</summary>
    public string Text => WebUtility.HtmlDecode(Space().Replace(Tag().Replace(Html, " "), " "));

    /// <summary>Action and fields of a form as they stand on the page.</summary>
    public (string Action, IReadOnlyList<(string Name, string Value)> Fields) Form(string name)
    {
        foreach (Match form in FormElement().Matches(Html))
        {
            var action = ValueOf(form.Groups[1].Value, "action");
            var fields = Inputs().Matches(form.Groups[2].Value)
                .Where(input => !Unchecked(input.Value))
                .Select(input => (Name: ValueOf(input.Value, "name"), Value: ValueOf(input.Value, "value") ?? ""))
                .Where(field => field.Name is not null)
                .Select(field => (field.Name!, field.Value))
                .ToList();
            if (action == name || fields.Contains(("_handler", name)))
            {
                return (action ?? Path, fields);
            }
        }

        throw new ArgumentException($"There is no form {name} in {Html}");
    }

    private static bool Unchecked(string input) =>
        (input.Contains("type=\"radio\"", StringComparison.Ordinal) || input.Contains("type=\"checkbox\"", StringComparison.Ordinal)) && !input.Contains(" checked", StringComparison.Ordinal);

    private static string? ValueOf(string tag, string attribute) =>
        Regex.Match(tag, $"\\b{attribute}=\"([^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    [GeneratedRegex("<form\\b([^>]*)>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex FormElement();

    [GeneratedRegex("<input\\b[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Inputs();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+")]
    private static partial Regex Space();
}
