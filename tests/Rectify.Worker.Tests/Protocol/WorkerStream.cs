using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;

namespace Rectify.Worker.Tests.Protocol;

/// <summary>The host's end of one worker's event stream: questions and the answers that carry their <c>request_id</c>.</summary>
internal sealed class WorkerStream(string workerId, Action<string> log)
{
    private readonly Channel<StreamingMessage> outgoing = Channel.CreateUnbounded<StreamingMessage>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> open = new();
    private long asked;
    private bool lost;

    /// <summary>Sends a question and waits for its answer.</summary>
    /// <exception cref="WorkerLostException">The worker is gone.</exception>
    public Task<StreamingMessage> AskAsync(StreamingMessage question)
    {
        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        question.RequestId = $"{workerId}-{Interlocked.Increment(ref asked)}";
        open[question.RequestId] = answer;
        outgoing.Writer.TryWrite(question);
        if (Volatile.Read(ref lost)) Abandon();
        return answer.Task;
    }

    /// <summary>Invokes a function.</summary>
    /// <exception cref="WorkerLostException">The worker is gone.</exception>
    public async Task<InvocationResponse> InvokeAsync(InvocationRequest request) =>
        (await AskAsync(new StreamingMessage { InvocationRequest = request })).InvocationResponse;

    /// <summary>Reads and writes until the worker is gone.</summary>
    public async Task RunAsync(
        IAsyncStreamReader<StreamingMessage> reader, IAsyncStreamWriter<StreamingMessage> writer, CancellationToken stop)
    {
        var writing = WriteAsync(writer, stop);
        try
        {
            while (await reader.MoveNext(stop)) Take(reader.Current);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or Grpc.Core.RpcException)
        {
            // Killed, or the test is over.
        }
        finally
        {
            Abandon();
            await writing;
        }
    }

    /// <summary>Tells everybody who waits for an answer that none will come.</summary>
    public void Abandon()
    {
        Volatile.Write(ref lost, true);
        outgoing.Writer.TryComplete();
        foreach (var (id, answer) in open)
        {
            if (open.TryRemove(id, out _)) answer.TrySetException(new WorkerLostException($"The worker {workerId} is gone."));
        }
    }

    private async Task WriteAsync(IAsyncStreamWriter<StreamingMessage> writer, CancellationToken stop)
    {
        try
        {
            await foreach (var message in outgoing.Reader.ReadAllAsync(stop)) await writer.WriteAsync(message, stop);
        }
        catch (Exception gone)
            when (gone is IOException or InvalidOperationException or OperationCanceledException or Grpc.Core.RpcException)
        {
            // The reader notices the same.
        }
    }

    private void Take(StreamingMessage message)
    {
        if (message.ContentCase == StreamingMessage.ContentOneofCase.RpcLog)
        {
            var said = message.RpcLog;
            log($"{said.Category}: {said.Message} {said.Exception?.Message}");
        }
        else if (open.TryRemove(message.RequestId, out var answer))
        {
            answer.TrySetResult(message);
        }
    }
}
