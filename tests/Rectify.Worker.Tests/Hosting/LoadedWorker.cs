using Rectify.Worker.Tests.Functions;
using Rectify.Worker.Tests.Http;
using Rectify.Worker.Tests.Protocol;

namespace Rectify.Worker.Tests.Hosting;

/// <summary>A worker that has loaded every function.</summary>
/// <param name="Process">Its process.</param>
/// <param name="Stream">How it is asked.</param>
/// <param name="Functions">What it has.</param>
/// <param name="Http">Where it takes HTTP requests.</param>
internal sealed record LoadedWorker(ChildProcess Process, WorkerStream Stream, FunctionIndex Functions, Uri Http)
{
    /// <summary>Which of its functions answers which request.</summary>
    public RouteTable Routes { get; } = new(Functions);
}
