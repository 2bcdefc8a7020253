using Rectify.Domain.Cases;
using Rectify.Office.Cases;
using Rectify.Office.Requests;

namespace Rectify.Office.Commands;

/// <summary>Checks the documents that a request names.</summary>
internal static class EvidenceForm
{
    private const int Max = 100;
    private const int MaxUri = 2_000;

    /// <summary>The problem with documents that are refused; null when all are valid.</summary>
    public static Problem? Refuse(IReadOnlyList<Evidence> evidence)
    {
        if (evidence.Count > Max)
            return Problem.Rule("evidence", CaseRequestMessages.EvidenceCount.With(Max, evidence.Count));
        return Problem.Together(evidence.Select((item, index) => Refuse(item, $"evidence[{index}]")));
    }

    // Some programs drop these characters when they read the address and others keep them.
    private static bool IsUnwritten(char c) => char.IsControl(c) || char.IsWhiteSpace(c);

    private static Problem? Refuse(Evidence item, string member) => Problem.Together(
        TextLimits.Refuse(($"{member}.name", item.Name, TextLimits.Line)),
        item.Uri.Length <= MaxUri && !item.Uri.Any(IsUnwritten)
            && Uri.TryCreate(item.Uri, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? null
            : Problem.Rule($"{member}.uri", CaseRequestMessages.Uri.With(MaxUri, item.Uri)),
        item.Sha256 is not { } digest || digest.Length == 64 && digest.All(char.IsAsciiHexDigit)
            ? null
            : Problem.Rule($"{member}.sha256", CaseRequestMessages.Digest.With(item.Sha256)));
}
