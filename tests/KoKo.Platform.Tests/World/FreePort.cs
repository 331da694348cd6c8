using System.Net;
using System.Net.Sockets;

namespace KoKo.Platform.Tests.World;

/// <summary>
/// A port of this machine that nobody listens on. It lies below those that systems lend to outgoing connections, of which
/// the tests open thousands: one of them could take it before the process that is to listen there.
/// </summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Count = 12_000;

    // each asker of this run gets another one, and another run begins elsewhere
    private static int next = Random.Shared.Next(Count);

    public static int Find()
    {
        for (var attempt = 0; attempt < Count; attempt++)
        {
            var port = First + (Interlocked.Increment(ref next) % Count);
            if (IsFree(port))
            {
                return port;
            }
        }

        throw new InvalidOperationException($"No port from {First} on is free.");
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
