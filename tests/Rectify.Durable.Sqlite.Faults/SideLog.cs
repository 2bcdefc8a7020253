using System.Text;

namespace Rectify.Durable.Sqlite.Faults;

/// <summary>A file of lines beside the engine's: what was really done, and what a caller was really told.</summary>
/// <remarks>Each line is one write, so a killed process leaves whole lines and at most one cut one, which is not read.</remarks>
internal sealed class SideLog(string path) : IDisposable
{
    private readonly FileStream file = new(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);

    public static IReadOnlyList<string> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var text = File.ReadAllText(path);
        return text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Write(string line)
    {
        lock (file)
        {
            file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        }
    }

    public void Dispose() => file.Dispose();
}
