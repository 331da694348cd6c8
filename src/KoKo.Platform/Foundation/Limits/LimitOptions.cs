namespace KoKo.Platform.Foundation.Limits;

/// <summary>How much of the platform one tenant may take, so that there is enough left for all others.</summary>
internal sealed record LimitOptions
{
    public const string Section = "Limits";

    public const string Unusable = "Limits: RequestsPerMinute, AnonymousPerMinute and Concurrent must be 1 or more, Queue 0 or more.";

    /// <summary>Requests of a tenant, or of a person without one, over all processes.</summary>
    public int RequestsPerMinute { get; init; } = 6000;

    /// <summary>Requests of an address from which nobody has signed in, in each process.</summary>
    public int AnonymousPerMinute { get; init; } = 1200;

    /// <summary>Requests of a tenant at the same time, in each process, while nobody else is there.</summary>
    public int Concurrent { get; init; } = Environment.ProcessorCount;

    /// <summary>How many more may wait for their turn.</summary>
    public int Queue { get; init; } = 500;

    public bool IsUsable => RequestsPerMinute > 0 && AnonymousPerMinute > 0 && Concurrent > 0 && Queue >= 0;
}
