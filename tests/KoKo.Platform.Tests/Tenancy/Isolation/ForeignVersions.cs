using System.Text.RegularExpressions;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>ETags of B's rows. One that A's own row has as well tells nothing and is left out.</summary>
internal sealed partial class ForeignVersions(IsolationWorld isolation)
{
    private IReadOnlyList<Identifier>? all;

    public async Task<IReadOnlyList<Identifier>> OtherThanAsync(ProbeCall plain)
    {
        all ??= await ReadAsync();
        var own = await OwnAsync(plain.Path);
        return [.. all.Where(version => !own.Contains(version.Value))];
    }

    /// <summary>Whatever can be read of A's rows that the call is about, by the resource itself or one above or beside it.</summary>
    private async Task<IReadOnlySet<string>> OwnAsync(IReadOnlyDictionary<string, string> path)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (var read in isolation.Document.Operations.Where(operation => operation.Verb == "GET" && operation.In("path").Select(NameOf).All(path.ContainsKey)))
        {
            if (VersionIn(await isolation.SendAsync(new ProbeCall(read, path), isolation.A.Person.Token)) is { } version)
            {
                own.Add(version);
            }
        }

        return own;
    }

    private async Task<IReadOnlyList<Identifier>> ReadAsync()
    {
        var versions = new List<Identifier>();
        foreach (var read in isolation.Document.Operations.Where(operation => operation.Verb == "GET" && operation.In("path").Count() <= 1))
        {
            var parameter = read.In("path").Select(NameOf).SingleOrDefault();
            var ids = parameter is null ? [""] : isolation.Foreign.Identifiers.Where(identifier => identifier.Shape == Shape.Id).Select(identifier => identifier.Value);
            foreach (var id in ids)
            {
                var path = parameter is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [parameter] = id };
                if (VersionIn(await isolation.SendAsync(new ProbeCall(read, path), isolation.B.Person.Token)) is { } version)
                {
                    versions.Add(new Identifier(Shape.Version, $"ETag of {read.Name}", version));
                }
            }
        }

        return [.. versions.DistinctBy(version => version.Value)];
    }

    private static string NameOf(System.Text.Json.Nodes.JsonObject parameter) => parameter["name"]!.GetValue<string>();

    private static string? VersionIn(Answer answer) => ETag().Match(answer.Headers) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("^ETag: (.+)$", RegexOptions.Multiline)]
    private static partial Regex ETag();
}
