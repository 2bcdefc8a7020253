using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Rectify.Server;

/// <summary>
/// Formats a log entry as one line: the app's time, the level, the class that logs, the message. An exception follows on further lines.
/// </summary>
internal sealed class OneLineFormatter(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "rectify";

    private const int HostingFailedToStart = 11;

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        // A failed start is also thrown as an exception, which ServerCommand reports; it is not logged a second time.
        if (logEntry is { EventId.Id: HostingFailedToStart, Category: "Microsoft.Extensions.Hosting.Internal.Host" })
        {
            return;
        }

        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        var time = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var speaker = logEntry.Category[(logEntry.Category.LastIndexOf('.') + 1)..];

        textWriter.WriteLine($"{time} {Word(logEntry.LogLevel)} {speaker}: {message.ReplaceLineEndings(" ")}");
        if (logEntry.Exception is { } exception)
        {
            textWriter.WriteLine(exception);
        }
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Critical => "CRITICAL",
        LogLevel.Error => "ERROR",
        LogLevel.Warning => "WARN ",
        LogLevel.Information => "info ",
        _ => "debug",
    };
}
