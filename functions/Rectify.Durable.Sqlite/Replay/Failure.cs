using System.Text.Json;
using DurableTask.Core;
using Microsoft.DurableTask;
using IExceptionPropertiesProvider = Microsoft.DurableTask.Worker.IExceptionPropertiesProvider;

namespace Rectify.Durable.Sqlite.Replay;

/// <summary>A failure as it is stored.</summary>
/// <param name="Type">Full name of the exception's type, or an error type of the engine itself.</param>
/// <param name="Message">The exception's message.</param>
/// <param name="Stack">The stack trace; null for none.</param>
/// <param name="Inner">The failure that caused it; null for none.</param>
/// <param name="IsFinal">True when no retry policy applies.</param>
/// <param name="Properties">The properties that an <see cref="IExceptionPropertiesProvider"/> gave; null for none.</param>
internal sealed record Failure(
    string Type,
    string Message,
    string? Stack,
    Failure? Inner,
    bool IsFinal = false,
    IReadOnlyDictionary<string, JsonElement>? Properties = null)
{
    /// <summary>The SDK's error type for an orchestrator that does not exist.</summary>
    public const string UnknownOrchestrator = "OrchestratorTaskNotFound";

    /// <summary>The SDK's error type for an activity that does not exist.</summary>
    public const string UnknownActivity = "ActivityTaskNotFound";

    /// <summary>A failure that the engine itself reports.</summary>
    public static Failure Of(string type, string message) => new(type, message, null, null, IsFinal: true);

    /// <summary>A failure of code that the engine ran.</summary>
    public static Failure From(Exception exception, IExceptionPropertiesProvider? properties) => exception switch
    {
        global::DurableTask.Core.Exceptions.TaskFailedException { FailureDetails: { } details } => From(details),
        _ => new Failure(
            exception.GetType().ToString(),
            exception.Message,
            exception.StackTrace,
            exception.InnerException is { } inner ? From(inner, properties) : null,
            IsFinal: false,
            ToJson(properties?.GetExceptionProperties(exception))),
    };

    public static Failure From(FailureDetails details) => new(
        details.ErrorType,
        details.ErrorMessage,
        details.StackTrace,
        details.InnerFailure is { } inner ? From(inner) : null,
        details.IsNonRetriable,
        ToJson(details.Properties));

    /// <summary>The failure as an orchestration sees it.</summary>
    public FailureDetails ToCore() => new(Type, Message, Stack, Inner?.ToCore(), IsFinal, Values());

    /// <summary>The failure as a client sees it.</summary>
    public TaskFailureDetails ToDetails() => new(Type, Message, Stack, Inner?.ToDetails(), Values());

    public Failure WithoutStack() => this with { Stack = null, Inner = Inner?.WithoutStack() };

    private static Dictionary<string, JsonElement>? ToJson(IDictionary<string, object?>? values) =>
        values?.ToDictionary(pair => pair.Key, pair => JsonSerializer.SerializeToElement(pair.Value));

    private Dictionary<string, object?>? Values() => Properties?.ToDictionary(pair => pair.Key, pair => Value(pair.Value));

    private static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? (object)whole : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
        _ => element.EnumerateObject().ToDictionary(member => member.Name, member => Value(member.Value)),
    };
}
