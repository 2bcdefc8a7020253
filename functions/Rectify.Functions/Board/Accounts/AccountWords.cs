using Rectify.Domain.Messages;
using Rectify.Office.Accounts;

namespace Rectify.Functions.Board.Accounts;

/// <summary>What was done with an account, in words.</summary>
internal static class AccountWords
{
    public static Bilingual Of(AccountAct? act) => act switch
    {
        AccountAct.Issue issue => (
            $"发放给{issue.Name}（{Names.Of(issue.Role, Language.Chinese)}），{Chinese(issue.ValidUntil)}",
            $"issued to {issue.Name} ({Names.Of(issue.Role, Language.English)}), {English(issue.ValidUntil)}"),
        AccountAct.Renew renew => ($"改为{Chinese(renew.ValidUntil)}", $"renewed: {English(renew.ValidUntil)}"),
        AccountAct.HandOver over => ($"移交给{over.Name}（{over.Email}）", $"handed over to {over.Name} ({over.Email})"),
        AccountAct.Revoke revoke => ($"收回：{revoke.Reason}", $"revoked: {revoke.Reason}"),
        AccountAct.IssueKey key => ($"发放密钥 {key.KeyId}", $"the key {key.KeyId} was issued"),
        AccountAct.RevokeKey key => ($"收回密钥 {key.KeyId}", $"the key {key.KeyId} was revoked"),
        _ => ("较新版本程序的记录，本版本无法读取", "recorded by a newer version of the program"),
    };

    /// <summary>The last day in words.</summary>
    public static Bilingual Until(DateOnly? day) => (Chinese(day), English(day));

    private static string Chinese(DateOnly? day) => day is { } last ? $"有效至{Dates.Day(last, Language.Chinese)}" : "有效至收回为止";

    private static string English(DateOnly? day) =>
        day is { } last ? $"valid until {Dates.Day(last, Language.English)}" : "valid until revoked";
}
