using Rectify.Domain.Identity;

namespace Rectify.Office.Settings;

/// <summary>What every mail of an office has in common.</summary>
/// <param name="OfficeName">The supervising office, as it signs.</param>
/// <param name="BaseAddress">Where the board is reached, for example <c>https://rectify.example/</c>.</param>
public sealed record NoticeSettings(string OfficeName, Uri BaseAddress)
{
    /// <summary>The page of a case.</summary>
    internal string LinkTo(CaseId caseId) =>
        $"{BaseAddress.AbsoluteUri.TrimEnd('/')}/board/cases/{Uri.EscapeDataString(caseId.Value)}";
}
