using System.Security.Cryptography;

namespace Rectify.Functions.Access;

/// <summary>The officer key of an installation without a setting for it: made on the first start, shown once, kept as a hash.</summary>
internal sealed class OfficerKeyFile(string dataDirectory)
{
    private readonly string path = Path.Combine(dataDirectory, "officer-key.sha256");

    /// <summary>The stored hash; null before the first start.</summary>
    public byte[]? ReadHash() => File.Exists(path) ? Convert.FromHexString(File.ReadAllText(path).Trim()) : null;

    /// <summary>Makes a key unless there is one; the key itself is returned this once and never again.</summary>
    public string? CreateIfMissing()
    {
        if (File.Exists(path)) return null;

        Directory.CreateDirectory(dataDirectory);
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var draft = path + ".new";
        using (var file = new FileStream(draft, FileMode.Create))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(KeyRing.HashOf(key))));
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
        return key;
    }
}
