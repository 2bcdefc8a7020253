using System.Diagnostics;

namespace Rectify.Durable.Sqlite.Tests.Faults;

/// <summary>A file system of a few megabytes in memory, where the process may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string folder;

    private SmallDisk(string folder) => this.folder = folder;

    public static SmallDisk? TryMount(string folder, string size) =>
        OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", folder)
            ? new SmallDisk(folder)
            : null;

    public void Dispose() => Run("umount", folder);

    private static bool Run(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
