using Rectify.Storage.Sqlite.Database;

namespace Rectify.Server;

/// <summary>The folder with all data of the server. Only one server at a time uses it.</summary>
/// <param name="path">The folder's absolute path.</param>
internal sealed class DataFolder(string path) : IDisposable
{
    private FileStream? claim;

    public string Path { get; } = path;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Creates the folder and locks it for this process until this object is disposed of.</summary>
    /// <remarks>The operating system releases the lock when the process ends, also when it is killed.</remarks>
    public void Claim()
    {
        try
        {
            PrivateFolder.Create(Path);
            claim ??= new FileStream(File("host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (Directory.Exists(Path))
        {
            throw new HostStartException($"The data folder {Path} is in use by another host.", cause: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HostStartException($"The data folder {Path} cannot be used: {e.Message}", cause: e);
        }
    }

    public void Dispose() => claim?.Dispose();
}
