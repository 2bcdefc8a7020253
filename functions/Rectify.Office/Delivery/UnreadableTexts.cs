using Rectify.Domain.Messages;
using Rectify.Office.Cases;
using Rectify.Office.Letters;
using Rectify.Office.Register;
using Rectify.Office.Settings;

namespace Rectify.Office.Delivery;

/// <summary>
/// 案件无法读取: the mail that tells the supervising office of cases that cannot be read, in which nothing is carried out.
/// </summary>
internal static class UnreadableTexts
{
    public const string Template = "unreadable-case";

    private const int MostNamed = 50;

    private const string WhatStops =
        "下列案件的记录无法被本系统当前版本读取。在此期间，这些案件到期的步骤不会办理，"
        + "提醒和通知不会发出，涉及这些案件的资格查询不作答复。其余案件照常办理。";
    private const string WhatStopsInEnglish =
        "The present version of this system cannot read the entries of the following cases. "
        + "Until it can, what falls due in them is not carried out, no reminder or notice goes out, "
        + "and no eligibility question that concerns them is answered. All other cases go on.";
    private const string WhatToDo =
        "如系统刚刚退回旧版本，请恢复新版本；否则请保全数据文件，并从备份核对。记录保持原样，恢复后继续办理。";
    private const string WhatToDoInEnglish =
        "If an older version was just installed, please put the newer one back; "
        + "otherwise keep the data files as they are and compare them with a backup. "
        + "The entries are kept, and the cases go on afterwards.";

    public static (string Subject, string Body) Of(
        IReadOnlyList<UnreadableCase> cases, MailLanguage language, NoticeSettings settings, DateOnly today)
    {
        var (subject, body) = language == MailLanguage.English
            ? ($"[Cannot be read] {cases.Count} case(s) of the register", English(cases, settings, today))
            : ($"【无法读取】台账中有 {cases.Count} 个案件无法读取", Chinese(cases, settings, today));
        return (subject, body.ReplaceLineEndings("\n") + "\n");
    }

    private static string Chinese(IReadOnlyList<UnreadableCase> cases, NoticeSettings settings, DateOnly today) => $"""
        {settings.OfficeName}：

        {WhatStops}

        {Lines(cases, settings, Language.Chinese)}

        {WhatToDo}

        {settings.OfficeName}
        {Wording.Day(today)}
        """;

    private static string English(IReadOnlyList<UnreadableCase> cases, NoticeSettings settings, DateOnly today) => $"""
        {settings.OfficeName}:

        {WhatStopsInEnglish}

        {Lines(cases, settings, Language.English)}

        {WhatToDoInEnglish}

        {settings.OfficeName}
        {EnglishWording.Day(today)}
        """;

    private static string Lines(IReadOnlyList<UnreadableCase> cases, NoticeSettings settings, Language language) =>
        string.Join('\n', [
            .. cases.Take(MostNamed).Select(one => $"{settings.LinkTo(one.CaseId)}\n  {one.Told.In(language)}"),
            .. cases.Count > MostNamed ? (string[])["…"] : []]);
}
