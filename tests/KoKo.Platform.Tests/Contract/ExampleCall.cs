using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using KoKo.Platform.Demo;
using KoKo.Platform.Foundation.OpenApi;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Contract;

/// <summary>Sends an operation exactly as its example in the document says, with the scopes it names and no more.</summary>
internal sealed class ExampleCall(PlatformWorld world, ApiOperation operation)
{
    private string Path => operation.In("path").Aggregate(
        operation.Path, (path, parameter) => path.Replace($"{{{NameOf(parameter)}}}", Uri.EscapeDataString(ValueOf(parameter)), StringComparison.Ordinal));

    private string Query => string.Join('&', operation.In("query").Where(parameter => parameter["example"] is not null)
        .SelectMany(parameter => parameter["example"] is JsonArray list
            ? list.Select(item => $"{NameOf(parameter)}={Uri.EscapeDataString(item!.ToString())}")
            : [$"{NameOf(parameter)}={Uri.EscapeDataString(ValueOf(parameter))}"]));

    public async Task<ApiAnswer> SendAsync()
    {
        var client = await ClientAsync(operation.Scopes.Length > 0 ? operation.Scopes : null);
        using var request = new HttpRequestMessage(new HttpMethod(operation.Verb), Address(Path + (Query.Length > 0 ? $"?{Query}" : "")));
        if (operation.Body is { } body)
        {
            request.Content = new StringContent(body["example"]!.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        foreach (var header in operation.In("header"))
        {
            var value = NameOf(header) == "If-Match" ? await VersionAsync() : ValueOf(header);
            Assert.True(request.Headers.TryAddWithoutValidation(NameOf(header), value));
        }

        return await client.SendAsync(request);
    }

    private async Task<ApiClient> ClientAsync(string? scopes) => operation.Caller switch
    {
        OperationExample.Anonymous => world.Anonymous,
        var app when app.StartsWith("demo-", StringComparison.Ordinal) => await world.AppAsync(app["demo-".Length..], scopes),
        var mail => await world.PersonAsync(mail, TenantOf(mail), scopes),
    };

    /// <summary>Members of the cast act for their tenant, everybody else for herself.</summary>
    private static string? TenantOf(string mail) =>
        DemoTenants.All.FirstOrDefault(tenant => mail.EndsWith($"@{tenant.Slug}.example", StringComparison.Ordinal))?.Slug;

    /// <summary>The version of the resource itself, or of the one it belongs to; read with all scopes.</summary>
    private async Task<string> VersionAsync()
    {
        var client = await ClientAsync(null);
        for (var path = Path; path.Count(letter => letter == '/') > 1; path = path[..path.LastIndexOf('/')])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Address(path));
            if ((await client.SendAsync(request)).ETag is { } version)
            {
                return version;
            }
        }

        return "\"0\"";
    }

    private static Uri Address(string path) => new(path, UriKind.Relative);

    private static string NameOf(JsonObject parameter) => parameter["name"]!.GetValue<string>();

    private static string ValueOf(JsonObject parameter) => parameter["example"]?.ToString() ?? "missing-example";
}
