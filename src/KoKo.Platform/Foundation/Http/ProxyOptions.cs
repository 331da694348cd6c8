using System.Net;

namespace KoKo.Platform.Foundation.Http;

/// <summary>Which proxies stand in front. Only their X-Forwarded-* headers count; everybody can write such a header.</summary>
internal sealed record ProxyOptions
{
    public const string Section = "Proxies";

    /// <summary>Addresses and networks, such as <c>10.0.0.0/8, 192.168.1.7</c>; empty = none.</summary>
    public string Known { get; init; } = "";

    public IEnumerable<string> Entries => Known.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries);

    public IEnumerable<IPAddress> Addresses => Entries.Where(entry => !IsNetwork(entry)).Select(IPAddress.Parse);

    public IEnumerable<IPNetwork> Networks => Entries.Where(IsNetwork).Select(entry => IPNetwork.Parse(entry));

    public bool IsReadable => Entries.All(entry => IsNetwork(entry) ? IPNetwork.TryParse(entry, out _) : IPAddress.TryParse(entry, out _));

    private static bool IsNetwork(string entry) => entry.Contains('/', StringComparison.Ordinal);
}
