using System.Text.Json;
using Rectify.Worker.Tests.Clock;

namespace Rectify.Worker.Tests.Journeys;

/// <summary>One request of a scenario.</summary>
/// <param name="At">Local time, <c>yyyy-MM-dd HH:mm</c>.</param>
/// <param name="Call">Method and route; <c>{caseId}</c> stands for the case opened last.</param>
/// <param name="Body">What is sent; null for a question.</param>
internal sealed record ScenarioCall(string At, string Call, JsonElement? Body = null)
{
    public DateTimeOffset Instant => ChinaTime.At(At);
}
