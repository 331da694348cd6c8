using System.Globalization;
using System.Text.Json;
using KoKo.Platform.Foundation.Data;
using KoKo.Platform.Foundation.Data.Postgres;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KoKo.Platform.Benchmarks;

/// <summary>
/// What wall 4 costs: a signed-in <c>GET /v1/practices/{id}</c> as it is operated, against the same build on a role whom no
/// policy binds, once with and once without saying at each opening who is asking. The product starts on no such role; the
/// benchmark takes its check out.
/// </summary>
internal static class RowLevelSecurityComparison
{
    private const string Slug = "krefeld";
    private const string Unbound = "koko_bench_unbound";
    private const int Rounds = 12;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(PostgresBench bench, string database, TextWriter output, CancellationToken cancellationToken)
    {
        bench.Execute("postgres", $"CREATE ROLE {Unbound} LOGIN SUPERUSER");
        await using var operated = new Variant(bench.Settings(database), checks: true, introduces: true);
        await using var unbound = new Variant(bench.Settings(database, Unbound), checks: false, introduces: true);
        await using var silent = new Variant(bench.Settings(database, Unbound), checks: false, introduces: false);
        Variant[] variants = [operated, unbound, silent];
        Durations[] times = [new("as operated"), new("no policies"), new("no policies, and nothing said at the opening")];
        foreach (var variant in variants)
        {
            await variant.PrepareAsync(cancellationToken);
        }

        for (var round = 0; round <= Rounds; round++)
        {
            for (var side = 0; side < variants.Length; side++)
            {
                var measured = await Load.RunAsync(variants[side].Client, variants[side].Paths, Round, cancellationToken);
                if (round > 0) // the first round warms up
                {
                    times[side].Add(measured);
                }
            }
        }

        await output.WriteLineAsync($"Row-level security on a signed-in GET /v1/practices/{{id}}, {Rounds} rounds of {Round.TotalSeconds:0} s each");
        foreach (var side in times)
        {
            await output.WriteLineAsync(side.ToString());
        }

        var whole = times[0].Median;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"cost of the median: {(whole - times[2].Median) / times[2].Median:P1} in all (below 20 %), policies {(whole - times[1].Median) / times[2].Median:P1}, round trips {(times[1].Median - times[2].Median) / times[2].Median:P1}"));
    }

    private sealed class Variant : IAsyncDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("koko-benchmark-").FullName;
        private readonly WebApplicationFactory<Program> factory;

        public Variant(IReadOnlyDictionary<string, string> settings, bool checks, bool introduces)
        {
            factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            {
                host.UseContentRoot(AppContext.BaseDirectory).UseEnvironment("Production").UseSetting("Urls", "http://127.0.0.1:0").UseSetting("Data:Path", folder)
                    .UseSetting("Platform:BaseUrl", "http://localhost").UseSetting("Logging:LogLevel:Default", "Warning").UseSetting("Limits:RequestsPerMinute", "100000000");
                foreach (var (name, value) in settings)
                {
                    host.UseSetting(name, value);
                }

                host.ConfigureTestServices(services => Weaken(services, settings["ConnectionStrings:Platform"], checks, introduces));
            });
            factory.UseKestrel(0);
            factory.StartServer();
        }

        public HttpClient Client { get; private set; } = null!;

        public IReadOnlyList<Uri> Paths { get; private set; } = [];

        public async Task PrepareAsync(CancellationToken cancellationToken)
        {
            Client = await PlatformUnderLoad.SignedInAsync(factory.ClientOptions.BaseAddress, Slug, cancellationToken);
            var page = await Client.GetFromJsonAsync<JsonElement>(new Uri("/v1/practices?limit=20", UriKind.Relative), cancellationToken);
            Paths = [.. page.GetProperty("items").EnumerateArray().Select(item => new Uri($"/v1/practices/{item.GetProperty("id").GetString()}", UriKind.Relative))];
        }

        public async ValueTask DisposeAsync()
        {
            Client?.Dispose();
            await factory.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }

        private static void Weaken(IServiceCollection services, string connectionString, bool checks, bool introduces)
        {
            if (!checks)
            {
                services.RemoveAll<PostgresCheck>();
            }

            if (!introduces)
            {
                services.RemoveAll<DbContextOptions<PostgresPlatformDb>>();
                services.RemoveAll<IDbContextOptionsConfiguration<PostgresPlatformDb>>();
                services.AddDbContext<PlatformDb, PostgresPlatformDb>((provider, options) => options
                    .UseNpgsql(connectionString)
                    .AddInterceptors(provider.GetRequiredService<OwnershipInterceptor>(), provider.GetRequiredService<CommitBell>()));
            }
        }
    }
}
