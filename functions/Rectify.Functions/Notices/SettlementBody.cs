using Rectify.Functions.Http;

namespace Rectify.Functions.Notices;

/// <summary>Body of <c>POST /api/notices/{id}/settlement</c>.</summary>
/// <param name="Note">How the recipient was told.</param>
internal sealed record SettlementBody(string Note)
{
    public Problem? Refuse() => Http.Texts.Refuse(("note", Note, Http.Texts.Line));
}
