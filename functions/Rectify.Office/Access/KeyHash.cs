using System.Security.Cryptography;
using System.Text;

namespace Rectify.Office.Access;

/// <summary>What is kept of an access key: SHA-256 of its UTF-8. A key is random, so that this needs no salt.</summary>
public static class KeyHash
{
    public static byte[] Of(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
