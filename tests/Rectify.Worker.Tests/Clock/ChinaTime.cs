using System.Globalization;

namespace Rectify.Worker.Tests.Clock;

/// <summary>The office's local time, which scenarios and tests are written in.</summary>
internal static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The instant of a local time <c>yyyy-MM-dd HH:mm</c>, in UTC.</summary>
    public static DateTimeOffset At(string local) =>
        new DateTimeOffset(DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Offset).ToUniversalTime();
}
