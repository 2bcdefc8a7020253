using Rectify.Storage.Sqlite.Database;

namespace Rectify.Server;

/// <summary>The folder that holds everything the host keeps. One host at a time works in it.</summary>
/// <param name="path">Absolute.</param>
internal sealed class DataFolder(string path) : IDisposable
{
    private FileStream? _claim;

    public string Path { get; } = path;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Creates the folder and claims it for this process until it is disposed of.</summary>
    /// <remarks>The system gives the claim back when the process ends, however it ends.</remarks>
    public void Claim()
    {
        try
        {
            PrivateFolder.Create(Path);
            _claim ??= new FileStream(File("host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
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

    public void Dispose() => _claim?.Dispose();
}
