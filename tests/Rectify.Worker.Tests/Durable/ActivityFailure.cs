using System.Text.Json;
using DurableTask.Core;
using DurableTask.Core.Exceptions;
using Rectify.Worker.Tests.Protocol;

namespace Rectify.Worker.Tests.Durable;

/// <summary>A failure of an activity as the worker's durable extension tells it: JSON in the message of the host's exception.</summary>
internal sealed record ActivityFailure(string ErrorType, string ErrorMessage, string? StackTrace, ActivityFailure? InnerFailure)
{
    /// <summary>The exception that carries it to the orchestration.</summary>
    public static TaskFailedException Read(RpcException failure)
    {
        var details = (Parse(failure.Message) ?? new ActivityFailure(failure.Type, failure.Message, failure.StackTrace, null)).ToDetails();
        return new TaskFailedException(details.ErrorMessage) { FailureDetails = details };
    }

    private static ActivityFailure? Parse(string message)
    {
        try
        {
            return JsonSerializer.Deserialize<ActivityFailure>(message, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private FailureDetails ToDetails() => new(ErrorType, ErrorMessage, StackTrace, InnerFailure?.ToDetails(), isNonRetriable: false);
}
