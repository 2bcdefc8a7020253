using Microsoft.DurableTask;

namespace Rectify.Embedded.Engine.Replay;

/// <summary>A failure as it is stored.</summary>
internal sealed record Failure(string Type, string Message, string? Stack, Failure? Inner)
{
    public static Failure From(Exception exception) => From(TaskFailureDetails.FromException(exception));

    public static Failure From(TaskFailureDetails details) => new(
        details.ErrorType,
        details.ErrorMessage,
        details.StackTrace,
        details.InnerFailure is null ? null : From(details.InnerFailure));

    public Failure WithoutStack() => this with { Stack = null, Inner = Inner?.WithoutStack() };

    public TaskFailureDetails ToDetails() => new(Type, Message, Stack, Inner?.ToDetails(), null);
}
