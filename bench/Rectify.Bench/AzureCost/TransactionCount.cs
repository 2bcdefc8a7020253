using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Rectify.Bench.AzureCost;

/// <summary>Sees every request that leaves for the table service, repetitions included, and the function that caused it.</summary>
internal sealed class TransactionCount : HttpPipelinePolicy
{
    private static int sent;

    private readonly AsyncLocal<string?> cause = new();
    private ConcurrentQueue<Transaction> seen = new();

    /// <summary>All requests of this process so far, whichever office sent them.</summary>
    public static int Sent => Volatile.Read(ref sent);

    /// <summary>Whether the reconcile timer runs; off, a case's own transactions stand alone.</summary>
    public bool Reconciles { get; set; }

    /// <summary>The function on whose behalf requests are sent from here on.</summary>
    public string Cause
    {
        get => cause.Value ?? "";
        set => cause.Value = value;
    }

    /// <summary>What was seen since the last call.</summary>
    public IReadOnlyList<Transaction> Take() => [.. Interlocked.Exchange(ref seen, new())];

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Note(message.Request);
        ProcessNext(message, pipeline);
    }

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Note(message.Request);
        return ProcessNextAsync(message, pipeline);
    }

    private void Note(Request request)
    {
        Interlocked.Increment(ref sent);
        seen.Enqueue(Transaction.Of(request, Cause));
    }
}
