using System.Reflection;

namespace Rectify.Functions.Tests.Notices;

/// <summary>Every free text of a case, each marked, so that a mail that carries one is found.</summary>
internal static class CaseSecrets
{
    public const string Facts = "机密事实：重复信访长期未化解";
    public const string Goal = "机密目标：三个月内化解积案";
    public const string LegalBasis = "机密依据";
    public const string IssuedBy = "机密签发";
    public const string Summary = "机密报告";
    public const string Evidence = "机密附件";
    public const string Remarks = "机密评语";
    public const string Reason = "机密理由";
    public const string DecidedBy = "机密决定人";

    public static IEnumerable<string> All =>
        typeof(CaseSecrets).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => (string)constant.GetValue(null)!);
}
