namespace Rectify.Storage.Sqlite.Database;

/// <summary>Creates folders that only their owner can read, because ledger, keys and mails are confidential.</summary>
public static class PrivateFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Creates the folder with mode 700. An existing folder is set to that mode when it holds a ledger or is empty.</summary>
    /// <remarks>
    /// A folder with other content may be used by others too, so that its mode is left as it is. Windows has no such modes.
    /// </remarks>
    /// <exception cref="IOException">The folder cannot be created.</exception>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path, OwnerOnly);
            return;
        }

        var isOurs = File.Exists(Path.Combine(path, "ledger.db")) || !Directory.EnumerateFileSystemEntries(path).Any();
        if (!isOurs || File.GetUnixFileMode(path) == OwnerOnly) return;
        try
        {
            File.SetUnixFileMode(path, OwnerOnly);
        }
        catch (UnauthorizedAccessException)
        {
            // The folder belongs to another user, who has given this process access: its mode is left as that user has set it.
        }
    }
}
