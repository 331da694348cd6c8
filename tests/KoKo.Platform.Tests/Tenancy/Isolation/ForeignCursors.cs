using System.Text.Json;
using KoKo.Platform.Tests.Contract;
using KoKo.Platform.Tests.World;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>Cursors as B gets them for its second page; of the office where B may not list.</summary>
internal sealed class ForeignCursors(IsolationWorld isolation, ResourceIds resources)
{
    public async Task<IReadOnlyList<Identifier>> OfAsync(ApiOperation operation)
    {
        var cursors = new List<Identifier>();
        foreach (var client in new[] { isolation.B.Person, isolation.B.App, await isolation.Platform.AppAsync("office") })
        {
            if (await FirstAsync(operation, client) is { } cursor)
            {
                cursors.Add(new Identifier(Shape.Token, $"cursor of {operation.Name}", cursor));
            }
        }

        return cursors;
    }

    private async Task<string?> FirstAsync(ApiOperation operation, ApiClient client)
    {
        var parameter = operation.In("path").Select(path => path["name"]!.GetValue<string>()).SingleOrDefault();
        IReadOnlyList<string> ids = parameter is null ? [""] : await resources.OfAsync(isolation.B, operation, parameter);
        foreach (var id in ids)
        {
            var path = parameter is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [parameter] = id };
            var answer = await isolation.SendAsync(new ProbeCall(operation, path).WithQuery("limit", "1"), client.Token);
            if (answer.Status == 200 && JsonDocument.Parse(answer.Body).RootElement.GetProperty("nextCursor").GetString() is { } cursor)
            {
                return cursor;
            }
        }

        return null;
    }
}
