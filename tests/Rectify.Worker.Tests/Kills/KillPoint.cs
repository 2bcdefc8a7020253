using Rectify.Worker.Tests.Hosting;

namespace Rectify.Worker.Tests.Kills;

/// <summary>When the worker is killed.</summary>
/// <param name="Name">A function that the host calls, or a call of the worker's durable client.</param>
/// <param name="Call">Which of its calls, counted from 1.</param>
/// <param name="Moment">Where within the call.</param>
internal sealed record KillPoint(string Name, int Call, CallMoment Moment);
