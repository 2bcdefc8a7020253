using Azure;
using Rectify.Office.Ledger;

namespace Rectify.Storage.Tables.Service;

/// <summary>The tables cannot be used. The message tells the operator what to do.</summary>
public sealed class TablesException(string message, Exception? inner = null) : StorageException(message, inner)
{
    /// <summary>The exception for an error of the table service, with what it means for the operator.</summary>
    public static TablesException From(RequestFailedException error)
    {
        var meaning = error.Status switch
        {
            0 => "The table service cannot be reached. Look whether the last change was recorded before you repeat it.",
            401 or 403 =>
                "The table service refuses this app: check Data__Tables, "
                + "and that the app's identity has the role Storage Table Data Contributor.",
            404 => "A table is missing that was there at the start. Restore it, or start again when the installation is new.",
            413 => "The table service refuses so much in one request. Nothing was recorded.",
            429 or 503 or 500 => "The table service is too busy. Look whether the last change was recorded before you repeat it.",
            _ => "The table service refused a request.",
        };
        return new TablesException($"{meaning} ({error.Status} {error.ErrorCode}: {error.Message.Split('\n')[0].Trim()})", error);
    }
}
