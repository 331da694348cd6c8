namespace KoKo.Platform.Foundation.Data;

/// <summary>The clock of the platform. It counts microseconds, like the databases: what was answered once reads the same later.</summary>
internal sealed class StoredClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow()
    {
        var now = System.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
