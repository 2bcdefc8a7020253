using Rectify.Domain.Cases;
using Rectify.Functions.Http;

namespace Rectify.Functions.Cases;

/// <summary>The form of documents that are named in a request.</summary>
internal static class EvidenceForm
{
    private const int Max = 100;

    /// <summary>The problem with the first that cannot be taken; null when all are well.</summary>
    public static Problem? Refuse(IReadOnlyList<Evidence> evidence)
    {
        if (evidence.Count > Max)
            return Problem.Rule("evidence-count", "evidence", $"evidence: at most {Max} documents; got {evidence.Count}.");
        Problem? refusal = null;
        for (var i = 0; i < evidence.Count; i++) refusal ??= Refuse(evidence[i], $"evidence[{i}]");
        return refusal;
    }

    private static Problem? Refuse(Evidence item, string member) =>
        Texts.Refuse(($"{member}.name", item.Name, Texts.Line))
        ?? (Uri.TryCreate(item.Uri, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? null
            : Problem.Rule("malformed-uri", $"{member}.uri", $"{member}.uri: an absolute http or https address; got \"{item.Uri}\"."))
        ?? (item.Sha256 is not { } digest || digest.Length == 64 && digest.All(char.IsAsciiHexDigit)
            ? null
            : Problem.Rule("malformed-digest", $"{member}.sha256", $"{member}.sha256: 64 hexadecimal digits; got \"{item.Sha256}\"."));
}
