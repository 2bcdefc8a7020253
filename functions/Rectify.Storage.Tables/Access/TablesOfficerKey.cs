using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using Rectify.Office.Access;
using Rectify.Storage.Tables.Service;

namespace Rectify.Storage.Tables.Access;

/// <summary>The officer key of an installation that keeps its data in Azure Tables, the same for all its processes.</summary>
public sealed class TablesOfficerKey(TablesStore store) : IOfficerKey
{
    private const string Partition = "access";
    private const string Row = "officer-key";

    /// <inheritdoc/>
    public byte[]? ReadHash()
    {
        var row = store.Register.GetEntityIfExists<TableEntity>(Partition, Row);
        return row.HasValue ? Convert.FromHexString(row.Value!.GetString("Sha256")) : null;
    }

    /// <inheritdoc/>
    public void CreateIfMissing(Action<string> show)
    {
        if (ReadHash() is not null) return;

        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        show(key);
        try
        {
            store.Register.AddEntity(new TableEntity(Partition, Row) { ["Sha256"] = Convert.ToHexStringLower(KeyHash.Of(key)) });
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            // The table service may have stored this very key although its answer did not arrive.
            if (ReadHash() is { } stored && stored.AsSpan().SequenceEqual(KeyHash.Of(key))) return;
            throw new TablesException(
                "Another process made the officer key at the same moment. The key shown here does not count; start again.", taken);
        }
    }

    /// <inheritdoc/>
    public void Put(byte[] hash) => store.Register.UpsertEntity(
        new TableEntity(Partition, Row) { ["Sha256"] = Convert.ToHexStringLower(hash) }, TableUpdateMode.Replace);
}
