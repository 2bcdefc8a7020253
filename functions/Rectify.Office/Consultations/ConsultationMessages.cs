using Rectify.Domain.Identity;
using Rectify.Domain.Messages;

namespace Rectify.Office.Consultations;

/// <summary>The messages that say why a consultation gets no reply.</summary>
public static class ConsultationMessages
{
    public static readonly MessageCode<string> NoConsultation = new(
        "not-found.consultation", "There is no consultation {0}.", "没有征求意见 {0}。");

    public static readonly MessageCode<int, int> SubjectCount = new(
        "subject-count",
        "1 to {0}; got {1}.",
        "对象为 1 至 {0} 个，现有 {1} 个。");

    public static readonly MessageCode<Subject> NamedTwice = new(
        "subject-named-twice", "A subject is named once; \"{0}\" stands twice.", "“{0}”重复。");

    public static readonly MessageCode<IReadOnlyList<Message>> Refused = new("subjects-refused", "{0}", "{0}");

    public static readonly MessageCode<IReadOnlyList<Subject>> Unknown = new(
        "unknown-subjects",
        "Every subject is a unit or an official in the register; unknown are {0}. Unknown is never clear, and nothing was answered. (S15)",
        "台账中没有{0}；查无此对象不得视为无限制，本次未作答复。");

    public static readonly MessageCode<Subject> NotInRegister = new(
        "unknown-subjects.member",
        "\"{0}\" is not in the register.",
        "台账中没有“{0}”；查无此对象不得视为无限制，本次未作答复。");

    public static readonly MessageCode<Subject, CaseId> OfUnreadableCase = new(
        "unreadable-case.subject",
        "\"{0}\" is named by the case {1}, which cannot be read. Nothing was answered. (S15)",
        "“{0}”涉及无法读取的案件；在能够读取之前不作答复，不得视为无限制。", englishOnly: [1]);

    public static readonly MessageCode<string> PurposeInQuery = new(
        "malformed.purpose", "one of {0}, in the query when the body is CSV.", "正文为 CSV 的，在查询参数中写明用途：{0} 之一。");

    public static readonly MessageCode AskedByInQuery = new(
        "malformed.asked-by", "who asks, in the query when the body is CSV.", "正文为 CSV 的，在查询参数中写明由谁征求意见。");

    public static readonly MessageCode<string, IReadOnlyList<string>> OneColumn = new(
        "malformed.subject-column", "line 1: one column, {0}; got {1}.", "首行只有一列（{0}），现为{1}。");

    public static readonly MessageCode<string> SubjectForm = new(
        "malformed.subject-cell", "A subject is unit:{{id}} or official:{{id}}; got \"{0}\".", "“{0}”不是 unit:编号 或 official:编号。");
}
