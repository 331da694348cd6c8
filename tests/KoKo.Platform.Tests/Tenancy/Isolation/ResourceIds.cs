using KoKo.Platform.Tests.Contract;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>
/// Which of a tenant's own identifiers fits a place of a path: the one with which the tenant's person can read what the path
/// up to there names. It is asked for, so that no list of resources is kept here.
/// </summary>
internal sealed class ResourceIds(IsolationWorld isolation)
{
    private readonly Dictionary<string, IReadOnlyList<string>> known = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<string>> OfAsync(IsolatedTenant tenant, ApiOperation operation, string parameter)
    {
        var prefix = operation.Path[..(operation.Path.IndexOf($"{{{parameter}}}", StringComparison.Ordinal) + parameter.Length + 2)];
        var read = isolation.Document.Operations.SingleOrDefault(other => other.Verb == "GET" && other.Path == prefix && other.In("path").Count() == 1);
        if (read is null)
        {
            return [];
        }

        var key = $"{tenant.Name} {prefix}";
        return known.TryGetValue(key, out var ids) ? ids : known[key] = await ReadableAsync(tenant, read, parameter);
    }

    private async Task<IReadOnlyList<string>> ReadableAsync(IsolatedTenant tenant, ApiOperation read, string parameter)
    {
        var identifiers = tenant == isolation.A ? isolation.OwnIdentifiers : isolation.Foreign.Identifiers;
        var readable = new List<string>();
        foreach (var identifier in identifiers.Where(identifier => identifier.Shape == Shape.Id))
        {
            var answer = await isolation.SendAsync(new ProbeCall(read, new Dictionary<string, string> { [parameter] = identifier.Value }), tenant.Person.Token);
            if (answer.Status == 200)
            {
                readable.Add(identifier.Value);
            }
        }

        return [.. readable.Order(StringComparer.Ordinal)];
    }
}
