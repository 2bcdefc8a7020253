using System.Buffers.Binary;

namespace Rectify.Durable.Sqlite.Storage;

/// <summary>The running checksum of a write-ahead log.</summary>
internal struct WalChecksum(bool bigEndian)
{
    private uint first;
    private uint second;

    public void Add(ReadOnlySpan<byte> data)
    {
        for (; data.Length >= 8; data = data[8..])
        {
            first += Word(data) + second;
            second += Word(data[4..]) + first;
        }
    }

    public readonly bool Matches(ReadOnlySpan<byte> stored) =>
        first == BinaryPrimitives.ReadUInt32BigEndian(stored) && second == BinaryPrimitives.ReadUInt32BigEndian(stored[4..]);

    private readonly uint Word(ReadOnlySpan<byte> data) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(data) : BinaryPrimitives.ReadUInt32LittleEndian(data);
}
