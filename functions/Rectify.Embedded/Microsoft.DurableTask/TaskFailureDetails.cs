using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Microsoft.DurableTask;

/// <summary>A failure as data, so that it can be stored and cross from activity to orchestrator to client.</summary>
/// <param name="ErrorType">Full name of the exception type.</param>
/// <param name="ErrorMessage">The message.</param>
/// <param name="StackTrace">The stack trace, or null.</param>
/// <param name="InnerFailure">The cause, or null.</param>
/// <param name="Properties">Further properties of the failure, or null.</param>
public record TaskFailureDetails(
    string ErrorType,
    string ErrorMessage,
    string? StackTrace,
    TaskFailureDetails? InnerFailure,
    IDictionary<string, object?>? Properties)
{
    /// <inheritdoc/>
    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    /// <summary>True when the exception was a <typeparamref name="T"/> or derives from it.</summary>
    public bool IsCausedBy<T>()
        where T : Exception => IsCausedBy(typeof(T));

    /// <summary>True when the exception was of this type or derives from it.</summary>
    /// <remarks>Only the failure itself is looked at, not its causes. A type that is not loaded here is never a match.</remarks>
    /// <exception cref="ArgumentException">The type is not an exception type.</exception>
    /// <exception cref="AmbiguousMatchException">Several loaded assemblies have a type of this name.</exception>
    public bool IsCausedBy(Type targetBaseExceptionType)
    {
        ArgumentNullException.ThrowIfNull(targetBaseExceptionType);
        if (!typeof(Exception).IsAssignableFrom(targetBaseExceptionType))
        {
            throw new ArgumentException($"{targetBaseExceptionType} is not an exception type.", nameof(targetBaseExceptionType));
        }

        return !string.IsNullOrEmpty(ErrorType)
            && FindType(ErrorType, targetBaseExceptionType.Assembly) is { } type
            && targetBaseExceptionType.IsAssignableFrom(type);
    }

    /// <summary>The details of an exception and of its causes.</summary>
    public static TaskFailureDetails FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return From(exception);
    }

    [return: NotNullIfNotNull(nameof(exception))]
    private static TaskFailureDetails? From(Exception? exception)
    {
        if (exception is null)
        {
            return null;
        }

        // A failed task carries its cause as data, because the exception itself stayed in the activity.
        var inner = exception is TaskFailedException failed ? failed.FailureDetails : From(exception.InnerException);
        return new TaskFailureDetails(exception.GetType().ToString(), exception.Message, exception.StackTrace, inner, null);
    }

    private static Type? FindType(string name, Assembly first)
    {
        if (Type.GetType(name, throwOnError: false) is { } known)
        {
            return known;
        }

        if (first.GetType(name, throwOnError: false) is { } near)
        {
            return near;
        }

        var found = AppDomain.CurrentDomain.GetAssemblies()
            .Select(assembly => assembly.GetType(name, throwOnError: false))
            .OfType<Type>()
            .ToList();
        return found.Count <= 1
            ? found.FirstOrDefault()
            : throw new AmbiguousMatchException($"{found.Count} loaded assemblies have an exception type named '{name}'.");
    }
}
