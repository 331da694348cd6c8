using Microsoft.Extensions.Logging;

namespace KoKo.Platform.Tests.World;

/// <summary>Keeps what is logged, to look at.</summary>
internal sealed class LogLines<T> : ILogger<T>
{
    public List<(EventId Event, LogLevel Level, string Text)> All { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        All.Add((eventId, logLevel, formatter(state, exception)));
}
