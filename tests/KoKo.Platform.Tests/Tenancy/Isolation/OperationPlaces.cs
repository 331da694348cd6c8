using System.Text.Json.Nodes;
using KoKo.Platform.Demo;
using KoKo.Platform.Foundation.Search;
using KoKo.Platform.Foundation.Tenancy;
using KoKo.Platform.Tests.Contract;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Tenancy.Isolation;

/// <summary>Finds every place of an operation that takes an identifier, from the document alone.</summary>
internal sealed class OperationPlaces(IsolationWorld isolation)
{
    private static readonly string[] UnknownHeaders = ["X-Tenant-Id", "X-Account-Id", "X-Forwarded-User"];

    private readonly ForeignVersions versions = new(isolation);
    private readonly Dictionary<string, IReadOnlyList<Place>> known = new(StringComparer.Ordinal);

    public ResourceIds Resources { get; } = new(isolation);

    /// <summary>As the document's example says, but about rows of A.</summary>
    public async Task<ProbeCall> PlainAsync(ApiOperation operation)
    {
        var path = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in operation.In("path").Select(NameOf))
        {
            var own = await Resources.OfAsync(isolation.A, operation, name);
            path[name] = own.Count > 0 ? own[0] : ExampleOf(operation, name);
        }

        return new ProbeCall(operation, path)
        {
            Body = operation.Body?["example"]?.DeepClone(),
            Headers = [.. operation.In("header").Select(NameOf).Where(name => name == "If-Match").Select(name => (name, "\"1\""))],
        };
    }

    public async Task<IReadOnlyList<Place>> OfAsync(ApiOperation operation) =>
        known.TryGetValue(operation.Name, out var places) ? places : known[operation.Name] = await FindAsync(operation);

    private async Task<IReadOnlyList<Place>> FindAsync(ApiOperation operation)
    {
        var plain = await PlainAsync(operation);
        return
        [
            .. await PathAsync(operation, plain),
            .. await CursorAsync(operation, plain),
            .. Filters(operation, plain),
            .. await VersionsAsync(operation, plain),
            .. plain.Body is { } body ? Bodies(operation, plain, body) : [],
            .. Keys(operation, plain),
        ];
    }

    /// <summary>Places that no operation declares: they must be refused or ignored, whatever they say.</summary>
    public async Task<IReadOnlyList<Place>> UndeclaredAsync(ApiOperation operation)
    {
        var plain = await PlainAsync(operation);
        Identifier[] tenant = [new(Shape.Id, "Tenant.Id", isolation.B.Id.ToString()), new(Shape.Id, "Account.Id", isolation.B.PersonId.ToString())];
        var places = new List<Place>();
        foreach (var name in new[] { "tenantId", "accountId" })
        {
            places.Add(new(operation, $"undeclared query {name}", PlaceRule.LikeRandom, tenant, value => plain.WithQuery(name, value)));
            if (plain.Body is JsonObject)
            {
                places.Add(new(operation, $"undeclared member {name}", PlaceRule.LikeRandom, tenant, value => With(plain, name, value)));
            }
        }

        if (!plain.Writes)
        {
            places.AddRange(UnknownHeaders.Select(name =>
                new Place(operation, $"undeclared header {name}", PlaceRule.Ignored, tenant, value => plain.WithHeader(name, value))));
        }

        return places;
    }

    private async Task<IEnumerable<Place>> PathAsync(ApiOperation operation, ProbeCall plain)
    {
        var names = operation.In("path").Select(NameOf).ToList();
        var nobody = names.Aggregate(plain, (call, name) => ShapesOf(operation, name).Contains(Shape.Id) ? call.WithPath(name, Identifier.RandomId) : call);
        var places = new List<Place>();
        foreach (var name in names)
        {
            var values = Values([.. ShapesOf(operation, name)]);
            var isPlane = isolation.Platform.PlanePaths().Any(path => operation.Path.StartsWith($"{path}/{{{name}}}", StringComparison.Ordinal));
            var rule = IsId(operation, name) ? PlaceRule.NotFound : PlaceRule.LikeRandom;
            places.Add(new(operation, $"path {name}", rule, values, value => nobody.WithPath(name, value), isPlane));
            foreach (var other in names.Where(other => other != name))
            {
                // within what B's other identifiers name rightly, and what A may see of B
                places.AddRange((await Resources.OfAsync(isolation.B, operation, other)).Select((kin, number) =>
                    new Place(operation, $"path {name} within the {number + 1}. {other} of B", rule, values, value => nobody.WithPath(other, kin).WithPath(name, value))));
            }
        }

        return places;
    }

    private async Task<IEnumerable<Place>> CursorAsync(ApiOperation operation, ProbeCall plain) =>
        operation.In("query").Any(parameter => NameOf(parameter) == "cursor")
            ? [new(operation, "cursor", PlaceRule.InvalidCursor, await new ForeignCursors(isolation, Resources).OfAsync(operation), value => plain.WithQuery("limit", "1").WithQuery("cursor", value))]
            : [];

    // Ids are left out of the free text: a piece of one, such as 2023, may be a word of what A sees. A date names nobody's row.
    private IEnumerable<Place> Filters(ApiOperation operation, ProbeCall plain) => operation.In("query").Select(NameOf).Where(name => name is not ("cursor" or "limit"))
        .Select(name => new Place(operation, $"filter {name}", PlaceRule.LikeRandom, Values(name == "q" ? [Shape.Word] : [Shape.Id, Shape.Word, Shape.Token]), value => plain.WithQuery(name, value)));

    private IEnumerable<Place> Bodies(ApiOperation operation, ProbeCall plain, JsonNode body) => BodyPlaces.In(body)
        .Select(place => new Place(
            operation,
            $"body {place.Pointer}",
            place.Shape == Shape.Id && !place.Pointer.StartsWith("/audiences", StringComparison.Ordinal) || place.Shape == Shape.Token ? PlaceRule.NotFoundOrInvalid : PlaceRule.LikeRandom,
            place.Pointer.StartsWith("/audiences", StringComparison.Ordinal) ? Addressed(place.Shape) : Values([place.Shape]),
            value => plain with { Body = place.With(value) }));

    // the public directory gives the ids of tenants, B's and the office's, for this very use; every other id of B is an audience like one of nobody
    private IReadOnlyList<Identifier> Addressed(Shape shape) =>
        [.. Values([shape]).Where(identifier => identifier.Value != isolation.B.Id.ToString() && identifier.Value != DemoIds.Tenant("office").ToString())];

    private async Task<IEnumerable<Place>> VersionsAsync(ApiOperation operation, ProbeCall plain) =>
        operation.In("header").Any(header => NameOf(header) == "If-Match")
            ? [new(operation, "If-Match", PlaceRule.LikeRandom, await versions.OtherThanAsync(plain), value => plain.WithHeader("If-Match", value))]
            : [];

    // before the handler looks at anything, so that the path may be nobody's
    private IEnumerable<Place> Keys(ApiOperation operation, ProbeCall plain) => operation.In("header").Where(header => NameOf(header) == "Idempotency-Key")
        .Select(_ => operation.In("path").Select(NameOf).Aggregate(plain, (call, name) => call.WithPath(name, Identifier.RandomId)))
        .Select(nobody => new Place(operation, "Idempotency-Key", PlaceRule.LikeRandom, [.. isolation.B.Secrets.Where(secret => secret.Kind == "Idempotency-Key")], value => nobody.WithHeader("Idempotency-Key", value)));

    private IReadOnlyList<Identifier> Values(IReadOnlyList<Shape> shapes) => [.. isolation.Foreign.Identifiers.Where(identifier => shapes.Contains(identifier.Shape))];

    private static IEnumerable<Shape> ShapesOf(ApiOperation operation, string name) => operation.In("path").Single(parameter => NameOf(parameter) == name) switch
    {
        var parameter when parameter["schema"]?["format"]?.ToString() == "uuid" => [Shape.Id],
        var parameter when parameter["schema"]?["type"]?.ToString() == "integer" => [Shape.Number],
        _ when name == "date" => [Shape.Date],
        _ => [Shape.Word, Shape.Token],
    };

    private static bool IsId(ApiOperation operation, string name) => ShapesOf(operation, name).First() == Shape.Id;

    private static ProbeCall With(ProbeCall plain, string name, string value)
    {
        var body = plain.Body!.DeepClone();
        body[name] = value;
        return plain with { Body = body };
    }

    private static string NameOf(JsonObject parameter) => parameter["name"]!.GetValue<string>();

    private static string ExampleOf(ApiOperation operation, string name) => operation.In("path").Single(parameter => NameOf(parameter) == name)["example"]!.ToString();
}

internal static class NetworkPlane
{
    /// <summary>Where the API answers with released items.</summary>
    public static IReadOnlyList<string> PlanePaths(this World.PlatformWorld world) => [.. world.Sources(source => source.ApiPath)];

    public static IReadOnlyList<T> Sources<T>(this World.PlatformWorld world, Func<ISearchDocumentSource, T> of)
    {
        using var scope = world.Services.GetRequiredService<TenantScopes>().Open(TenantContext.Anonymous);
        return [.. scope.ServiceProvider.GetServices<ISearchDocumentSource>().Select(of)];
    }
}
