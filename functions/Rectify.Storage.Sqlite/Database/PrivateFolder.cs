namespace Rectify.Storage.Sqlite.Database;

/// <summary>A folder that only its owner can look into: ledger, keys and mails name persons.</summary>
public static class PrivateFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Creates the folder with mode 700, and brings one that holds a ledger or nothing yet to that mode.</summary>
    /// <remarks>A folder with other things in it belongs to others too and is left as it is. Windows has no such modes.</remarks>
    /// <exception cref="IOException">It cannot be created.</exception>
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
            // Another user owns it and has let this one in: the mode is that user's to choose.
        }
    }
}
