using System.Globalization;
using System.Text;
using Rectify.Domain;
using Rectify.Office.Ledger;

namespace Rectify.Storage.Sqlite.Ledger;

/// <summary>The file <c>ledger.head</c> beside the ledger: number and running hash of its entries at the last commit.</summary>
/// <remarks>
/// A ledger that was copied without its write-ahead log, or restored from an old copy, has fewer entries than this file says. The file may
/// also be behind the ledger, because it is written after the commit and not flushed to the disk; it then holds an earlier head, which the
/// ledger's entries confirm.
/// </remarks>
public sealed class HeadFile(string path) : ILedgerHeadCopy
{
    private const string Mark = "rectify-ledger-head-1";

    private readonly Lock turn = new();
    private long written = -1;

    public static HeadFile In(string directory) => new(Path.Combine(directory, "ledger.head"));

    /// <summary>The head; null when there is no file or it is incomplete.</summary>
    public LedgerHead? Read()
    {
        try
        {
            return File.ReadAllText(path, Encoding.ASCII).Split('\n') is [Mark, var events, var hash, var check, ..]
                && check == CheckOf(events, hash)
                ? new LedgerHead(long.Parse(events, NumberStyles.None, CultureInfo.InvariantCulture), hash.TrimStart('-'))
                : null;
        }
        catch (Exception none) when (none is IOException or UnauthorizedAccessException or FormatException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>
    /// Writes a head unless this process has written a later one. The file always has the same length, so that it is overwritten in place.
    /// </summary>
    /// <remarks>
    /// The ledger's entry is recorded already, so that a failure to write this file is no failure of the request: it only sets
    /// <see cref="IsBehind"/>.
    /// </remarks>
    public void Raise(LedgerHead head)
    {
        lock (turn)
        {
            if (head.Events <= written) return;
            try
            {
                Write(head);
                IsBehind = false;
            }
            catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
            {
                IsBehind = true;
            }
        }
    }

    /// <summary>Whether the last head could not be written.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>Writes a head, whatever the file holds.</summary>
    public void Write(LedgerHead head)
    {
        var (events, hash) = (head.Events.ToString("D19", CultureInfo.InvariantCulture), head.Hash.PadLeft(64, '-'));
        using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        stream.Write(Encoding.ASCII.GetBytes($"{Mark}\n{events}\n{hash}\n{CheckOf(events, hash)}\n"));
        written = head.Events;
    }

    private static string CheckOf(string events, string hash) =>
        Digest.Of($"{events}|{hash}")[..16];
}
