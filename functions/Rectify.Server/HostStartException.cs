namespace Rectify.Server;

/// <summary>The server cannot start, for a reason that the person who starts it can correct.</summary>
/// <remarks>Its message is printed to standard error as one line, without a stack trace, and the process ends.</remarks>
/// <param name="message">One sentence that says what is wrong, with which value, and which rule it breaks.</param>
/// <param name="exitCode">The exit code of the process; 2 for a wrong argument or setting, else 1.</param>
/// <param name="cause">The exception of the system that led to this one; null if there is none.</param>
public sealed class HostStartException(string message, int exitCode = 1, Exception? cause = null)
    : Exception(message, cause)
{
    /// <summary>The exit code of the process; 2 for a wrong argument or setting, else 1.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>An argument or a setting is wrong.</summary>
    public static HostStartException WrongSetting(string message, Exception? cause = null) => new(message, 2, cause);
}
