using System.Text.RegularExpressions;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>ETags of B's rows. One that A's own row has as well tells nothing and is left out.</summary>
internal sealed partial class ForeignVersions(IsolationWorld isolation)
{
    private IReadOnlyList<Identifier>? all;

    public async Task<IReadOnlyList<Identifier>> OtherThanAsync(ProbeCall plain)
    {
        all ??= await ReadAsync();
        var read = isolation.Document.Operations.SingleOrDefault(other => other.Verb == "GET" && other.Path == plain.Operation.Path);
        var own = read is null ? null : VersionIn(await isolation.SendAsync(new ProbeCall(read, plain.Path), isolation.A.Person.Token));
        return [.. all.Where(version => version.Value != own)];
    }

    private async Task<IReadOnlyList<Identifier>> ReadAsync()
    {
        var versions = new List<Identifier>();
        foreach (var read in isolation.Document.Operations.Where(operation => operation.Verb == "GET" && operation.In("path").Count() <= 1))
        {
            var parameter = read.In("path").Select(path => path["name"]!.GetValue<string>()).SingleOrDefault();
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

    private static string? VersionIn(Answer answer) => ETag().Match(answer.Headers) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("^ETag: (.+)$", RegexOptions.Multiline)]
    private static partial Regex ETag();
}
