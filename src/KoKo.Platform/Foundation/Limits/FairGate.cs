using Microsoft.Extensions.Options;

namespace KoKo.Platform.Foundation.Limits;

/// <summary>
/// Who may work now. Whoever is here alone gets all places; several callers share them, with one place each at least, and
/// whoever wants more waits in a line of his own, oldest first. A fixed number of places would either idle half a machine
/// or let one tenant fill it.
/// </summary>
internal sealed class FairGate(IOptions<LimitOptions> options, TimeProvider clock)
{
    // so long a caller counts as here after his last request: between two of them nobody takes his place
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(1);

    private readonly Lock turn = new();
    private readonly Dictionary<Caller, Line> lines = [];
    private long swept = clock.GetTimestamp();

    private int Share => Math.Max(1, options.Value.Concurrent / lines.Count);

    /// <returns>False where too many wait already; nothing is to be left then.</returns>
    public async Task<bool> TryEnterAsync(Caller caller, CancellationToken cancellationToken)
    {
        TaskCompletionSource place = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Line line;
        lock (turn)
        {
            line = LineOf(caller);
            if (line.Waiting.Count == 0 && line.Working < Share)
            {
                line.Working++;
                return true;
            }

            if (line.Waiting.Count >= options.Value.Queue)
            {
                return false;
            }

            line.Waiting.AddLast(place);
        }

        await using var gone = cancellationToken.UnsafeRegister(_ => GiveUp(line, place, cancellationToken), null);
        await place.Task;
        return true;
    }

    public void Leave(Caller caller)
    {
        lock (turn)
        {
            var line = LineOf(caller);
            line.Working--;
            while (line.Working < Share && line.Waiting.First is { } first)
            {
                line.Waiting.RemoveFirst();
                line.Working++;
                first.Value.SetResult();
            }
        }
    }

    private void GiveUp(Line line, TaskCompletionSource place, CancellationToken cancellationToken)
    {
        lock (turn)
        {
            if (line.Waiting.Remove(place))
            {
                place.SetCanceled(cancellationToken);
            }
        }
    }

    private Line LineOf(Caller caller)
    {
        var now = clock.GetTimestamp();
        if (clock.GetElapsedTime(swept, now) > Remembered)
        {
            swept = now;
            foreach (var (other, _) in lines.Where(line => line.Value.Working == 0 && clock.GetElapsedTime(line.Value.LastSeen, now) > Remembered).ToList())
            {
                lines.Remove(other);
            }
        }

        if (!lines.TryGetValue(caller, out var line))
        {
            lines[caller] = line = new Line();
        }

        line.LastSeen = now;
        return line;
    }

    private sealed class Line
    {
        public int Working { get; set; }

        public long LastSeen { get; set; }

        public LinkedList<TaskCompletionSource> Waiting { get; } = [];
    }
}
