using System.Text;

namespace Rectify.Server;

/// <summary>Replaces a small file so that after a crash it has either the old or the new content, complete.</summary>
internal static class DurableFile
{
    public static void Replace(string path, string content)
    {
        var draft = path + ".new";
        using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(Encoding.UTF8.GetBytes(content));
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }
}
