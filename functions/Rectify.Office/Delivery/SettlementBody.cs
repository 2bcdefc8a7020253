using Rectify.Office.Requests;

namespace Rectify.Office.Delivery;

/// <summary>Body of <c>POST /api/notices/{id}/settlement</c>.</summary>
/// <param name="Note">How the recipient was told.</param>
public sealed record SettlementBody(string Note)
{
    public Problem? Refuse() => Office.Requests.TextLimits.Refuse(("note", Note, Office.Requests.TextLimits.Line));
}
