using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace KoKo.Platform.Features.Library.Import;

/// <summary>A file of JSON Lines, one guide each; <c>.gz</c> is read as it is.</summary>
internal sealed class ImportFile(string path)
{
    private const int MostShown = 20;

    // a line is one text: whatever is longer is no such file
    private const int LongestLine = 1_000_000;

    /// <summary>What is wrong with it, line by line; none if the whole file can be imported.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellationToken)
    {
        List<string> faults = [];
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        var validator = new PracticeContentValidator();
        await foreach (var (number, line) in LinesAsync(cancellationToken))
        {
            if (FaultOf(line, validator, out var guide) is { } fault)
            {
                faults.Add($"line {number}: {fault}");
            }
            else if (!keys.TryAdd(guide!.Key, number))
            {
                faults.Add($"line {number}: the key stands in line {keys[guide.Key]}, too");
            }

            if (faults.Count == MostShown)
            {
                return [.. faults, "and perhaps more"];
            }
        }

        return faults;
    }

    /// <summary>Only of a file without faults.</summary>
    public async IAsyncEnumerable<ImportedGuide> GuidesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (_, line) in LinesAsync(cancellationToken))
        {
            yield return ImportedGuide.Parse(line);
        }
    }

    private static string? FaultOf(string line, PracticeContentValidator validator, out ImportedGuide? guide)
    {
        guide = null;
        if (line.Length > LongestLine)
        {
            return "longer than a million characters";
        }

        try
        {
            guide = ImportedGuide.Parse(line);
        }
        catch (JsonException exception)
        {
            return $"no guide in JSON ({exception.Message.Split('.')[0]})";
        }

        var content = guide.ToContent();
        return validator.Validate(content).Errors is [var error, ..] ? $"{error.PropertyName}: {error.ErrorMessage}"
            : PracticeParts.MissingForPublication(content) is [var missing, ..] ? $"{missing} is missing"
            : guide.AudienceFault();
    }

    private async IAsyncEnumerable<(int Number, string Line)> LinesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        await using var content = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return (number, line);
            }
        }
    }
}
