using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Rectify.Embedded.Engine.Replay;

/// <summary>Ids computed from names (RFC 9562, version 5), so that a replay makes the same ones.</summary>
internal static class DeterministicGuid
{
    private static readonly Guid Namespace = new("5b0ae0a7-3c9f-4f0e-9f6c-0d8f2f2f6f51");

    public static Guid Create(string instanceId, DateTime now, int counter)
    {
        var name = Encoding.UTF8.GetBytes($"{instanceId}\n{now.Ticks}\n{counter}");
        var data = new byte[16 + name.Length];
        Namespace.TryWriteBytes(data, bigEndian: true, out _);
        name.CopyTo(data, 16);

        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(data, hash);
        var version = BinaryPrimitives.ReadUInt16BigEndian(hash[6..]);
        BinaryPrimitives.WriteUInt16BigEndian(hash[6..], (ushort)((version & 0x0FFF) | 0x5000));
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
