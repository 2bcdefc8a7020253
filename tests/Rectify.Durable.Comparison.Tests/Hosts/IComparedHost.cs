using Microsoft.DurableTask.Client;

namespace Rectify.Durable.Comparison.Tests.Hosts;

/// <summary>A host that runs the code of one row on an empty store.</summary>
internal interface IComparedHost : IAsyncDisposable
{
    /// <summary>Starts, wakes, watches and ends orchestrations.</summary>
    DurableTaskClient Client { get; }
}
