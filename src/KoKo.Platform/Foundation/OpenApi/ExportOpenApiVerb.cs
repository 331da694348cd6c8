using System.Globalization;
using KoKo.Platform.Foundation.Commands;
using KoKo.Platform.Foundation.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace KoKo.Platform.Foundation.OpenApi;

/// <summary><c>export-openapi FILE</c>: writes the document as it is served. No database is touched.</summary>
internal sealed class ExportOpenApiVerb : IVerb
{
    public string Name => "export-openapi";

    public string Usage => "FILE";

    public async Task<int> RunAsync(WebApplication app, IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        if (arguments is not [var file])
        {
            return await Verbs.NotUnderstoodAsync(this, output);
        }

        app.UseRouting();
        app.MapApi();
        ((IApplicationBuilder)app).UseEndpoints(_ => { }); // hands the endpoints to the services without a start
        var fresh = await WriteAsync(app.Services, cancellationToken);
        var broken = File.Exists(file) ? ContractChanges.Between(await File.ReadAllTextAsync(file, cancellationToken), fresh) : [];
        if (broken.Count > 0)
        {
            await output.WriteLineAsync("This would break programs that rely on the document. Name a new version in DocumentTransformer and openapi/CHANGELOG.md first.");
            await output.WriteLineAsync(string.Join('\n', broken));
            return Verbs.Refused;
        }

        await File.WriteAllTextAsync(file, fresh, cancellationToken);
        await output.WriteLineAsync($"{file} is written.");
        return Verbs.Done;
    }

    public static async Task<string> WriteAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(OpenApiSetup.DocumentName).GetOpenApiDocumentAsync(cancellationToken);
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        document.SerializeAs(OpenApiSetup.Version, new OpenApiJsonWriter(text));
        return text.ToString().ReplaceLineEndings("\n") + "\n";
    }
}
