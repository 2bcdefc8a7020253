using Microsoft.Extensions.Logging;

namespace Rectify.Durable.Sqlite.Tests.Faults;

/// <summary>Waits for the first error that is logged.</summary>
internal sealed class FirstError : ILoggerFactory, ILogger
{
    private readonly TaskCompletionSource<string> source = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<string> Logged => source.Task;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Error)
        {
            source.TrySetResult(formatter(state, exception) + " " + exception?.Message);
        }
    }

    public void Dispose()
    {
    }
}
