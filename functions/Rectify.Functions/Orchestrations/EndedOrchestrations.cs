using Grpc.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Rectify.Functions.Orchestrations;

/// <summary>Removes orchestrations that ended long ago, once a day, since no backend does so by itself.</summary>
/// <remarks>
/// The client's filter knows only when an orchestration was created, and an orchestration may run for longer than it is kept afterwards. So
/// the filter only narrows the search, and the end decides.
/// </remarks>
public sealed class EndedOrchestrations(RetentionSetting retention, TimeProvider clock, ILogger<EndedOrchestrations> logger)
{
    private const int PageSize = 100;

    private static readonly OrchestrationRuntimeStatus[] Ended =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    // At night in China, and off the full hour, at which steps fall due.
    [Function("PurgeEndedOrchestrations")]
    public async Task RunAsync(
        [TimerTrigger("0 43 18 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient durable, CancellationToken cancellation)
    {
        if (retention.Age is not { } age) return;

        var endedBefore = clock.GetUtcNow() - age;
        var query = new OrchestrationQuery(CreatedTo: endedBefore, Statuses: Ended, PageSize: PageSize);
        var count = 0;
        await foreach (var instance in durable.GetAllInstancesAsync(query).WithCancellation(cancellation))
        {
            if (instance.LastUpdatedAt < endedBefore) count += await PurgeAsync(durable, instance.InstanceId, cancellation);
        }

        if (count > 0)
            logger.LogInformation("{Count} orchestrations that ended more than {Days} days ago were removed", count, age.TotalDays);
    }

    private static async Task<int> PurgeAsync(DurableTaskClient durable, string instanceId, CancellationToken cancellation)
    {
        try
        {
            return (await durable.PurgeInstanceAsync(instanceId, cancellation: cancellation)).PurgedInstanceCount;
        }
        catch (RpcException running) when (running.StatusCode is StatusCode.FailedPrecondition)
        {
            // It was started again under its id since it was listed.
            return 0;
        }
    }
}
