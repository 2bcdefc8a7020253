using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Rectify.Functions.Tests.Ledger.Tables;

/// <summary>Ends a writer at a call of its storage, as a kill does: that call and every later one fails, and nothing is repeated.</summary>
internal sealed class CallStop : HttpPipelinePolicy
{
    private int calls;
    private int last = int.MaxValue;
    private Moment moment;

    /// <summary>Where the process dies.</summary>
    public enum Moment
    {
        /// <summary>Before the service has heard of the call.</summary>
        Before,

        /// <summary>When the service has carried it out and nobody has heard of that.</summary>
        After,
    }

    /// <summary>Dies at the n-th call from now, the first being 1.</summary>
    public void DieAt(int call, Moment when) => (calls, last, moment) = (0, call, when);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Enter(Moment.Before);
        ProcessNext(message, pipeline);
        Enter(Moment.After);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Enter(Moment.Before);
        await ProcessNextAsync(message, pipeline);
        Enter(Moment.After);
    }

    private void Enter(Moment now)
    {
        if (now == Moment.Before) calls++;
        if (calls > last || (calls == last && now == moment))
            throw new Killed(string.Create(CultureInfo.InvariantCulture, $"{moment} call {last}"));
    }

    /// <summary>The process is gone.</summary>
    internal sealed class Killed(string when) : Exception(when);
}
