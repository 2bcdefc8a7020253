using System.Buffers.Binary;

namespace Rectify.Durable.Sqlite.Storage;

/// <summary>Checks the write-ahead log before SQLite opens it, because SQLite silently drops everything after a damaged place.</summary>
/// <remarks>
/// A power cut may leave the last transaction incomplete, which was not reported to any caller yet. If two or more commits follow a damaged
/// place, it was reported, because each commit is on the disk before the next begins: then the file is refused. Damage to the last commit
/// alone cannot be distinguished from a power cut. Format: sqlite.org/fileformat2.html, section 4.
/// </remarks>
internal static class WalFile
{
    private const int HeaderSize = 32;
    private const int FrameHeaderSize = 24;

    /// <param name="path">The database.</param>
    /// <param name="eachCommitIsSynced">Whether a commit waits for the disk; if not, a power cut may leave several incomplete.</param>
    /// <exception cref="DurableStoreException">The log is damaged, so that commits would be lost.</exception>
    public static void Check(string path, bool eachCommitIsSynced)
    {
        var log = new FileInfo(path + "-wal");
        if (!log.Exists || log.Length <= HeaderSize)
        {
            return;
        }

        if (new FileInfo(path) is not { Exists: true, Length: > 0 })
        {
            throw Damaged(path, "it has a log, but is missing or empty");
        }

        using var file = new FileStream(log.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        var header = new byte[HeaderSize];
        file.ReadExactly(header);
        if (!TryReadHeader(header, out var size, out var sum))
        {
            throw Damaged(path, "the header of its log is damaged");
        }

        if (CommitsAfterDamage(file, header.AsSpan(16, 8), size, sum) > 1 && eachCommitIsSynced)
        {
            throw Damaged(path, "its log is damaged in the middle");
        }
    }

    private static bool TryReadHeader(ReadOnlySpan<byte> header, out int pageSize, out WalChecksum sum)
    {
        var magic = BinaryPrimitives.ReadUInt32BigEndian(header);
        pageSize = BinaryPrimitives.ReadInt32BigEndian(header[8..]);
        sum = new WalChecksum(magic == 0x377f0683);
        sum.Add(header[..24]);
        return magic is 0x377f0682 or 0x377f0683 && pageSize is >= 512 and <= 65536 && sum.Matches(header[24..]);
    }

    // The number of commits after the first damaged frame. Frames left over from an older log have other salts and are not counted.
    private static int CommitsAfterDamage(FileStream file, ReadOnlySpan<byte> salts, int pageSize, WalChecksum sum)
    {
        var frame = new byte[FrameHeaderSize + pageSize];
        var (damaged, commits) = (false, 0);
        while (file.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length)
        {
            var ours = frame.AsSpan(8, 8).SequenceEqual(salts);
            if (!damaged)
            {
                sum.Add(frame.AsSpan(0, 8));
                sum.Add(frame.AsSpan(FrameHeaderSize));
                damaged = !ours || !sum.Matches(frame.AsSpan(16, 8));
            }
            else if (ours && BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(4)) != 0)
            {
                commits++;
            }
        }

        return commits;
    }

    private static DurableStoreException Damaged(string path, string what) => new(
        $"The database {path} is damaged: {what}, and going on would lose what was committed. Restore it with its log from a copy.");
}
