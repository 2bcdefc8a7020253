using Azure.Data.Tables;
using Rectify.Office.Ledger;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Ledger;

/// <summary>The state of a case as its own partition says, without its events.</summary>
/// <param name="Entry">The index entry that its last append carries.</param>
/// <param name="Opened">Place in the order of opening.</param>
/// <param name="Token">The token by which the opening knows its own rows.</param>
/// <param name="LastHash">Hash of the last event.</param>
public sealed record CaseHead(CaseEntry Entry, long Opened, string Token, string LastHash)
{
    public static CaseHead Of(TableEntity opening, TableEntity lastAppend) => new(
        EntryColumns.Read(lastAppend), opening.GetInt64("Opened")!.Value, opening.GetString("Token"), lastAppend.GetString("Hash"));

    public KnownCase Known => new(Opened, Entry.UnitId, Entry.Version, LastHash);
}
