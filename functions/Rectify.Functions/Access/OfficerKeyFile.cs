using System.Security.Cryptography;

namespace Rectify.Functions.Access;

/// <summary>The officer key of an installation without a setting for it: made on the first start, shown once, kept as a hash.</summary>
internal sealed class OfficerKeyFile(string dataDirectory)
{
    private readonly string path = Path.Combine(dataDirectory, "officer-key.sha256");

    /// <summary>The stored hash; null before the first start.</summary>
    public byte[]? ReadHash() => File.Exists(path) ? Convert.FromHexString(File.ReadAllText(path).Trim()) : null;

    /// <summary>Makes a key unless there is one, and shows it this once.</summary>
    /// <remarks>It is shown before it counts: a start that is lost in between shows another the next time, instead of keeping one that nobody knows.</remarks>
    public void CreateIfMissing(Action<string> show)
    {
        if (File.Exists(path)) return;

        Directory.CreateDirectory(dataDirectory);
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var draft = path + ".new";
        using (var file = new FileStream(draft, FileMode.Create))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(KeyRing.HashOf(key))));
            file.Flush(flushToDisk: true);
        }

        show(key);
        File.Move(draft, path, overwrite: true);
    }
}
