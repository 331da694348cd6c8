using System.Text.RegularExpressions;
using FastEndpoints;
using KoKo.Platform.Foundation.Identity;
using KoKo.Platform.Foundation.OpenApi;
using KoKo.Platform.Tests.Architecture;
using KoKo.Platform.Tests.World;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace KoKo.Platform.Tests.Contract;

public sealed partial class OpenApiDocumentTests(PlatformWorld world)
{
    private const string Refresh = "dotnet run --project src/KoKo.Platform -- export-openapi $PWD/openapi/koko-platform.v1.json";

    [Fact]
    public async Task The_committed_document_is_the_served_one()
    {
        var served = await ApiDocument.ServedAsync(world);

        Assert.True(Repository.Text("openapi/koko-platform.v1.json") == served.Text, $"The API has changed. Refresh the document and the client:\n{Refresh}\ndeploy/bin/generate-client");
    }

    [Fact]
    public async Task Nothing_breaks_those_who_rely_on_the_committed_document()
    {
        var served = await ApiDocument.ServedAsync(world);

        Assert.Empty(ContractChanges.Between(Repository.Text("openapi/koko-platform.v1.json"), served.Text));
    }

    [Fact]
    public void The_changelog_begins_with_the_version_of_the_document() =>
        Assert.Equal(DocumentTransformer.ContractVersion, Version().Match(Repository.Text("openapi/CHANGELOG.md")).Groups[1].Value);

    [Fact]
    public async Task Every_endpoint_is_an_operation_and_the_other_way_round()
    {
        var endpoints = world.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(endpoint => endpoint.Metadata.GetMetadata<EndpointDefinition>()?.EndpointType.Name).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var document = await ApiDocument.ServedAsync(world);

        Assert.Equal(endpoints, document.Operations.Select(operation => operation.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_tells_what_it_does()
    {
        var document = await ApiDocument.ServedAsync(world);
        var chapters = document.Root["tags"]!.AsArray().Where(tag => tag!["description"] is not null).Select(tag => tag!["name"]!.GetValue<string>()).ToList();

        Assert.Empty(document.Operations.Where(operation => string.IsNullOrWhiteSpace(operation.Node["summary"]?.GetValue<string>()) || operation.Node["description"] is null));
        Assert.Empty(document.Operations.Where(operation => operation.Node["tags"]!.AsArray().Count != 1 || !chapters.Contains(operation.Node["tags"]![0]!.GetValue<string>())));
    }

    [Fact]
    public async Task Every_operation_names_the_scope_of_the_access_table()
    {
        var document = await ApiDocument.ServedAsync(world);

        Assert.All(document.Operations, operation => Assert.Equal(AccessTable.Rules[operation.Name].Scope ?? "", operation.Scopes));
        Assert.All(document.Operations, operation => Assert.Equal(AccessTable.Rules[operation.Name].Caller == CallerKind.Anyone, operation.Node["security"]!.AsArray().Any(way => way!.AsObject().Count == 0)));
    }

    [Fact]
    public async Task Every_parameter_is_described()
    {
        var document = await ApiDocument.ServedAsync(world);

        Assert.Empty(document.Operations.SelectMany(operation => operation.Parameters.Where(parameter => parameter["description"] is null || parameter["schema"] is null).Select(parameter => $"{operation} {parameter["name"]}")));
    }

    [Fact]
    public async Task Every_path_parameter_and_every_body_has_an_example()
    {
        var document = await ApiDocument.ServedAsync(world);

        Assert.Empty(document.Operations.SelectMany(operation => operation.In("path").Where(parameter => parameter["example"] is null).Select(parameter => $"{operation} {parameter["name"]}")));
        Assert.Empty(document.Operations.Where(operation => operation.Body is { } body && body["example"] is null));
    }

    [Fact]
    public async Task Every_operation_names_its_refusals()
    {
        var document = await ApiDocument.ServedAsync(world);
        var codes = ProblemCatalogue.All.Select(problem => problem.Code).ToHashSet();

        foreach (var operation in document.Operations)
        {
            Assert.Superset(Expected(operation).ToHashSet(), operation.Responses.Keys.ToHashSet());
            Assert.All(operation.Responses.Values.SelectMany(response => response["x-problem-codes"]?.AsArray() ?? []), code => Assert.Contains(code!.GetValue<string>(), codes));
        }
    }

    [Fact]
    public async Task Every_member_is_described_and_no_schema_is_an_orphan()
    {
        var document = await ApiDocument.ServedAsync(world);
        var schemas = document.Root["components"]!["schemas"]!.AsObject();

        Assert.Empty(schemas.Where(schema => !document.Text.Contains($"\"#/components/schemas/{schema.Key}\"", StringComparison.Ordinal)).Select(schema => schema.Key));
        Assert.Empty(schemas.SelectMany(schema => (schema.Value!["properties"]?.AsObject() ?? []).Where(member => !member.Value!.ToJsonString().Contains("\"description\"", StringComparison.Ordinal)).Select(member => $"{schema.Key}.{member.Key}")));
    }

    private static IEnumerable<string> Expected(ApiOperation operation)
    {
        string[] always = ["400", "401", "429", "503", "default"];
        string[] body = operation.Body is null ? [] : ["413", "415", "422"];
        string[] rights = operation.Scopes.Length > 0 ? ["403"] : [];
        string[] path = operation.In("path").Any() ? ["404"] : [];
        var ifMatch = operation.In("header").SingleOrDefault(header => header["name"]!.GetValue<string>() == "If-Match");
        string[] version = ifMatch is null ? [] : ifMatch["required"]?.GetValue<bool>() == true ? ["412", "428"] : ["412"];
        return [.. always, .. body, .. rights, .. path, .. version];
    }

    [GeneratedRegex(@"^## (\S+)", RegexOptions.Multiline)]
    private static partial Regex Version();
}
