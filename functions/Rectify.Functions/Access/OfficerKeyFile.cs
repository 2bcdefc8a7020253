using System.Security.Cryptography;

namespace Rectify.Functions.Access;

/// <summary>The officer key of an installation that keeps its data in a folder.</summary>
internal sealed class OfficerKeyFile(string dataDirectory) : IOfficerKey
{
    private readonly string path = Path.Combine(dataDirectory, "officer-key.sha256");

    /// <inheritdoc/>
    public byte[]? ReadHash() => File.Exists(path) ? Convert.FromHexString(File.ReadAllText(path).Trim()) : null;

    /// <inheritdoc/>
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
