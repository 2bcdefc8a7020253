using System.Globalization;
using System.Text.Json;
using Rectify.Domain.Calendar;

namespace Rectify.Server.Rehearsal;

/// <summary>One request of a scenario.</summary>
/// <param name="At">Local time, <c>yyyy-MM-dd HH:mm</c>.</param>
/// <param name="Call">Method and route, for example <c>POST /api/listings</c>; <c>{caseId}</c> stands for the case opened last.</param>
/// <param name="Body">The body of the request; null when it has none, as a GET.</param>
internal sealed record ScenarioCall(string At, string Call, JsonElement? Body = null)
{
    /// <exception cref="FormatException">The time does not have its form.</exception>
    public DateTimeOffset Instant =>
        DateTime.TryParseExact(At, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? LocalDay.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))
            : throw new FormatException($"at: local time yyyy-MM-dd HH:mm; got {At}.");

    /// <exception cref="FormatException">The call is not a method and a route.</exception>
    public (HttpMethod Method, string Route) Split() => Call.Split(' ', 2) is [var method, ['/', ..] route]
        ? (HttpMethod.Parse(method), route)
        : throw new FormatException($"call: a method and a route, such as POST /api/listings; got {Call}.");
}
