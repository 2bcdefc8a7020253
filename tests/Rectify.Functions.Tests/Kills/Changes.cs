namespace Rectify.Functions.Tests.Kills;

/// <summary>Calls at every change of a file in a folder and the folders in it.</summary>
internal sealed class Changes : IDisposable
{
    private readonly FileSystemWatcher watcher;

    public Changes(string folder, Action changed)
    {
        watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
        watcher.Created += (_, _) => changed();
        watcher.Changed += (_, _) => changed();
        watcher.Renamed += (_, _) => changed();
        watcher.EnableRaisingEvents = true;
    }

    public void Dispose() => watcher.Dispose();
}
