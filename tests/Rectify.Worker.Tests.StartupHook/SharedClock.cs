using System.IO.MemoryMappedFiles;

namespace Rectify.Worker.Tests.StartupHook;

/// <summary>The instant at which the tests' clock stands, in a file that the tests write and the worker reads.</summary>
/// <remarks>Timers of this provider are the system's: in the worker nothing but the present instant is virtual.</remarks>
internal sealed class SharedClock : TimeProvider, IDisposable
{
    /// <summary>The environment variable that names the file.</summary>
    public const string FileVariable = "RECTIFY_TESTS_CLOCK";

    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor ticks;

    private SharedClock(string path)
    {
        file = MemoryMappedFile.CreateFromFile(path, FileMode.OpenOrCreate, mapName: null, capacity: sizeof(long));
        ticks = file.CreateViewAccessor();
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public static SharedClock Open(string path) => new(path);

    public override DateTimeOffset GetUtcNow() => new(ticks.ReadInt64(0), TimeSpan.Zero);

    public void Set(DateTimeOffset now) => ticks.Write(0, now.UtcTicks);

    public void Dispose()
    {
        ticks.Dispose();
        file.Dispose();
    }
}
