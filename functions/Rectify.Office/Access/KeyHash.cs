using System.Security.Cryptography;
using System.Text;

namespace Rectify.Office.Access;

/// <summary>The hash that is stored of an access key: SHA-256 over its UTF-8 bytes. Keys are random, so no salt is needed.</summary>
public static class KeyHash
{
    public static byte[] Of(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
