using System.Globalization;

namespace Rectify.Server.Clock;

/// <summary>The instant a stepped clock has reached, kept in the data folder.</summary>
/// <remarks>
/// It is written before the clock moves. After a crash the clock is therefore never earlier than anything that was carried out, and what
/// was not carried out yet is due.
/// </remarks>
internal sealed class ClockFile(string path)
{
    public DateTimeOffset? Read()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var text = File.ReadAllText(path).Trim();
        return DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant
            : throw new HostStartException($"The clock file {path} does not hold an instant; got '{text}'.");
    }

    public void Write(DateTimeOffset instant) =>
        DurableFile.Replace(path, instant.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
}
