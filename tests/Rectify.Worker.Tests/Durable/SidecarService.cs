using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Protobuf;

namespace Rectify.Worker.Tests.Durable;

/// <summary>The task hub as the worker's durable client reaches it: gRPC in front of the engine's own client.</summary>
internal sealed class SidecarService(DurableTaskClient client) : TaskHubSidecarService.TaskHubSidecarServiceBase
{
    public override async Task<CreateInstanceResponse> StartInstance(CreateInstanceRequest request, ServerCallContext context)
    {
        try
        {
            var id = await client.ScheduleNewOrchestrationInstanceAsync(
                request.Name, request.Input.AsInput(), request.ToOptions(), context.CancellationToken);
            return new CreateInstanceResponse { InstanceId = id };
        }
        catch (OrchestrationAlreadyExistsException exists)
        {
            throw new RpcException(new Status(StatusCode.AlreadyExists, exists.Message));
        }
    }

    public override async Task<GetInstanceResponse> GetInstance(GetInstanceRequest request, ServerCallContext context)
    {
        var found = await client.GetInstanceAsync(request.InstanceId, request.GetInputsAndOutputs, context.CancellationToken);
        return found.ToResponse();
    }

    public override async Task<GetInstanceResponse> WaitForInstanceStart(GetInstanceRequest request, ServerCallContext context)
    {
        var found = await client.WaitForInstanceStartAsync(request.InstanceId, request.GetInputsAndOutputs, context.CancellationToken);
        return found.ToResponse();
    }

    public override async Task<GetInstanceResponse> WaitForInstanceCompletion(GetInstanceRequest request, ServerCallContext context)
    {
        var found = await client.WaitForInstanceCompletionAsync(request.InstanceId, request.GetInputsAndOutputs, context.CancellationToken);
        return found.ToResponse();
    }

    public override async Task<RaiseEventResponse> RaiseEvent(RaiseEventRequest request, ServerCallContext context)
    {
        await client.RaiseEventAsync(request.InstanceId, request.Name, request.Input.AsInput(), context.CancellationToken);
        return new RaiseEventResponse();
    }

    public override async Task<TerminateResponse> TerminateInstance(TerminateRequest request, ServerCallContext context)
    {
        var options = new TerminateInstanceOptions(request.Output.AsInput(), request.Recursive);
        await client.TerminateInstanceAsync(request.InstanceId, options, context.CancellationToken);
        return new TerminateResponse();
    }

    public override async Task<SuspendResponse> SuspendInstance(SuspendRequest request, ServerCallContext context)
    {
        await client.SuspendInstanceAsync(request.InstanceId, request.Reason, context.CancellationToken);
        return new SuspendResponse();
    }

    public override async Task<ResumeResponse> ResumeInstance(ResumeRequest request, ServerCallContext context)
    {
        await client.ResumeInstanceAsync(request.InstanceId, request.Reason, context.CancellationToken);
        return new ResumeResponse();
    }

    public override async Task<QueryInstancesResponse> QueryInstances(QueryInstancesRequest request, ServerCallContext context)
    {
        var page = await client.GetAllInstancesAsync(request.Query.ToQuery()).AsPages().FirstAsync(context.CancellationToken);
        return new QueryInstancesResponse
        {
            OrchestrationState = { page.Values.Select(SidecarMessages.ToState) },
            ContinuationToken = page.ContinuationToken,
        };
    }

    public override async Task<PurgeInstancesResponse> PurgeInstances(PurgeInstancesRequest request, ServerCallContext context)
    {
        var result = request.RequestCase == PurgeInstancesRequest.RequestOneofCase.InstanceId
            ? await client.PurgeInstanceAsync(request.InstanceId, cancellation: context.CancellationToken)
            : await client.PurgeAllInstancesAsync(request.PurgeInstanceFilter.ToFilter(), context.CancellationToken);
        return new PurgeInstancesResponse { DeletedInstanceCount = result.PurgedInstanceCount };
    }
}
