namespace Rectify.Office.Ledger;

/// <summary>The first answer to a request with an idempotency key, kept so that a repetition gets the same one.</summary>
/// <param name="Key">Caller, route and the caller's key.</param>
/// <param name="BodyHash">SHA-256 of the request's body, lower-case hex.</param>
/// <param name="Status">HTTP status of the answer.</param>
/// <param name="Location">Its Location header.</param>
/// <param name="Body">Its body.</param>
public sealed record Receipt(string Key, string BodyHash, int Status, string Location, string Body);
