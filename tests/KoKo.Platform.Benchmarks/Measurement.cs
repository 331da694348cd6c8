using System.Globalization;

namespace KoKo.Platform.Benchmarks;

/// <summary><c>dotnet run -c Release --project tests/KoKo.Platform.Benchmarks [-- DOCUMENTS]</c></summary>
internal static class Measurement
{
    private const int Documents = 5_000;

    // named, because a Program of its own would hide the platform's
    public static Task Main(string[] args) => SearchComparison.RunAsync(
        args is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : Documents, Console.Out, CancellationToken.None);
}
