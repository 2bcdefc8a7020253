using Rectify.Worker.Tests.Functions;
using Rectify.Worker.Tests.Protocol;

namespace Rectify.Worker.Tests.Hosting;

/// <summary>The host's worker: the present one, or the one that comes after a kill.</summary>
internal sealed class Workers(FunctionCaller caller)
{
    /// <summary>How long anything in the worker may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Lock turn = new();
    private TaskCompletionSource<LoadedWorker> current = New();

    /// <summary>Asked at every call between host and worker; true when it has killed the worker.</summary>
    public Func<string, CallMoment, Task<bool>> Interrupts { get; set; } = (_, _) => Task.FromResult(false);

    /// <summary>The worker; waits for the next one after a kill.</summary>
    public Task<LoadedWorker> CurrentAsync(CancellationToken cancellation)
    {
        lock (turn) return current.Task.WaitAsync(Limit, cancellation);
    }

    public void Set(LoadedWorker worker)
    {
        lock (turn) current.SetResult(worker);
    }

    /// <summary>The worker is gone; who asks from now on waits for the next.</summary>
    public void Lose(LoadedWorker worker)
    {
        worker.Stream.Abandon();
        lock (turn)
        {
            if (current.Task is { IsCompletedSuccessfully: true, Result: var present } && present == worker) current = New();
        }
    }

    /// <summary>Invokes a function, and again on the next worker when the present one dies before it answers, as the host does.</summary>
    public async Task<InvocationResponse> InvokeAsync(
        string name, string triggerType, TypedData trigger, CancellationToken cancellation, params (string Name, string Value)[] metadata)
    {
        while (true)
        {
            var worker = await CurrentAsync(cancellation);
            var request = caller.Make(worker.Functions.Find(name, triggerType), trigger);
            foreach (var (key, value) in metadata) request.TriggerMetadata[key] = new TypedData { String = value };
            try
            {
                var answer = worker.Stream.InvokeAsync(request);
                await Interrupts(name, CallMoment.Asked);
                var response = await answer.WaitAsync(Limit, cancellation);
                if (!await Interrupts(name, CallMoment.Answered)) return response;
            }
            catch (WorkerLostException)
            {
                Lose(worker);
            }
            catch (TimeoutException slow)
            {
                throw new TimeoutException($"{name} did not answer. The worker says:{Environment.NewLine}{worker.Process.Output}", slow);
            }
        }
    }

    private static TaskCompletionSource<LoadedWorker> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
