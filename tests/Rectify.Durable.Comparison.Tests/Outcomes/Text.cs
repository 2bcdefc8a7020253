using System.Globalization;
using Grpc.Core;
using Microsoft.DurableTask;

namespace Rectify.Durable.Comparison.Tests.Outcomes;

/// <summary>Values as one line of text that two hosts must agree on.</summary>
internal static class Text
{
    private const int Longest = 400;

    public static string Of(string? value) => value switch
    {
        null => "null",
        { Length: > Longest } => string.Create(
            CultureInfo.InvariantCulture, $"{value[..20]}… {value.Length} characters, sum {value.Sum(letter => (long)letter)}"),
        _ => value,
    };

    /// <summary>The type of an exception; of a cancellation the type that callers catch.</summary>
    public static string Of(Exception exception) => exception switch
    {
        RpcException refusal => $"RpcException {refusal.StatusCode}",
        OperationCanceledException => nameof(OperationCanceledException),
        _ => exception.GetType().FullName!,
    };

    public static string Of<TValue>(IEnumerable<KeyValuePair<string, TValue>> pairs) =>
        string.Join(", ", pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));

    /// <summary>A failure with its causes, the outermost first.</summary>
    public static string Of(TaskFailureDetails? failure) => failure is null ? "none" : string.Join(" ← ", Chain(failure).Select(One));

    private static string One(TaskFailureDetails failure)
    {
        var properties = failure.Properties is { Count: > 0 } given ? $" {{{Of(given)}}}" : "";
        var stack = string.IsNullOrEmpty(failure.StackTrace) ? "" : " with stack";
        return $"[{failure.ErrorType}] {failure.ErrorMessage.ReplaceLineEndings("⏎")}{properties}{stack}";
    }

    private static IEnumerable<TaskFailureDetails> Chain(TaskFailureDetails failure)
    {
        for (var next = failure; next is not null; next = next.InnerFailure)
        {
            yield return next;
        }
    }
}
