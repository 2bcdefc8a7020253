namespace Rectify.Server;

/// <summary>The server cannot start, for a reason that the person who starts it can mend.</summary>
/// <remarks>It ends the process with its message as one line on standard error, and no stack trace.</remarks>
/// <param name="message">One sentence that names the thing, the value and the rule.</param>
/// <param name="exitCode">The exit code of the process; 2 for a wrong argument or setting, else 1.</param>
/// <param name="cause">What the system said, if anything.</param>
public sealed class HostStartException(string message, int exitCode = 1, Exception? cause = null)
    : Exception(message, cause)
{
    /// <summary>The exit code of the process; 2 for a wrong argument or setting, else 1.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>An argument or a setting is wrong.</summary>
    public static HostStartException WrongSetting(string message, Exception? cause = null) => new(message, 2, cause);
}
