namespace Rectify.Office.State;

/// <summary>
/// Small documents that every instance of the app shares: the last run of the reconcile timer, how many mails went out lately.
/// </summary>
/// <remarks>Nothing of the ledger rests on them: where one is missing, the app takes the careful way and writes it anew.</remarks>
public interface IStateStore
{
    /// <summary>The document of this name; null when there is none.</summary>
    Task<StateDocument?> ReadAsync(string name, CancellationToken cancellation);

    /// <summary>Writes a document unless another instance was first. False when it was: then read again.</summary>
    /// <param name="name">Its name: lower-case letters and hyphens.</param>
    /// <param name="text">Its text, at most 30,000 characters.</param>
    /// <param name="version">The version that was read; null when there was no document.</param>
    /// <param name="cancellation">Stops.</param>
    Task<bool> TryWriteAsync(string name, string text, string? version, CancellationToken cancellation);
}

/// <summary>A shared document as it was read.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Version">Changes with every write.</param>
public sealed record StateDocument(string Text, string Version);
