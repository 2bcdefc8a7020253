namespace Rectify.Bench.Engine;

/// <summary>A folder of our own, on the disk of the temporary folder, gone at the end.</summary>
internal sealed class Folder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("rectify-bench-").FullName;

    public string File(string name) => Path.Combine(path, name);

    public void Dispose() => Directory.Delete(path, recursive: true);
}
