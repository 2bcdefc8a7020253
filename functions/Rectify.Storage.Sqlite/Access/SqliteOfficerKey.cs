using System.Security.Cryptography;
using System.Text;
using Rectify.Office.Access;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Storage.Sqlite.Access;

/// <summary>
/// The officer key of an installation that keeps its data in a folder: its hash is in the file <c>officer-key.sha256</c>.
/// </summary>
public sealed class SqliteOfficerKey(string dataDirectory) : IOfficerKey
{
    private readonly string path = Path.Combine(dataDirectory, "officer-key.sha256");

    /// <inheritdoc/>
    public byte[]? ReadHash() => File.Exists(path) ? Convert.FromHexString(File.ReadAllText(path).Trim()) : null;

    /// <inheritdoc/>
    public void CreateIfMissing(Action<string> show)
    {
        if (File.Exists(path)) return;

        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var draft = Write(KeyHash.Of(key));
        show(key);
        File.Move(draft, path, overwrite: true);
    }

    /// <inheritdoc/>
    public void Put(byte[] hash) => File.Move(Write(hash), path, overwrite: true);

    private string Write(byte[] hash)
    {
        PrivateFolder.Create(dataDirectory);
        var draft = path + ".new";
        using var file = new FileStream(draft, FileMode.Create);
        file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash)));
        file.Flush(flushToDisk: true);
        return draft;
    }
}
