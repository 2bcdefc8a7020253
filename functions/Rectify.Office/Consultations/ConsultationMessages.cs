using Rectify.Domain.Identity;
using Rectify.Domain.Messages;

namespace Rectify.Office.Consultations;

/// <summary>The messages that say why a consultation gets no reply.</summary>
public static class ConsultationMessages
{
    public static readonly MessageCode AnswersMoved = new(
        "answers-moved", "The answers have changed since this page was opened; check them again.",
        "打开本页之后答复已有变化，请重新核对。");

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

    public static readonly MessageCode<string> Address = new(
        "reply-address", "one plain mail address, name@domain; got \"{0}\".", "应为一个邮件地址（名称@域名），现为“{0}”。");

    public static readonly MessageCode<string> NoRequest = new(
        "not-found.consultation-request", "There is no consultation {0} for an officer.", "没有待核定的征求意见 {0}。");

    public static readonly MessageCode RepliesAtOnce = new(
        "replies-at-once",
        "The office gives replies at once: ask with POST /api/consultations.",
        "本办即时出具复函，请直接征求意见。");

    public static readonly MessageCode RepliesByOfficer = new(
        "replies-by-officer",
        "An officer checks and issues the replies of this office: ask with POST /api/consultation-requests.",
        "本办的复函由工作人员核定后出具，请提交征求意见。");

    public static readonly MessageCode WasIssued = new(
        "consultation-issued", "The reply was issued already.", "复函已出具。");

    public static readonly MessageCode WasReturned = new(
        "consultation-returned", "The question was returned already.", "征求意见已退回。");

    public static readonly MessageCode OfficerDecides = new(
        "officer-decides", "An officer issues or returns it.", "由工作人员核定或退回。");

    public static readonly MessageCode CasesMoved = new(
        "cases-moved",
        "Cases of these subjects were changed again and again while the answer was computed. Nothing was answered; ask again.",
        "作答期间有关案件不断变动，本次未作答复，请重新征求意见。");

    public static readonly MessageCode<string> NoAnnex = new(
        "not-found.annex", "The reply {0} was given before replies had an annex.", "复函 {0} 出具时尚无附件。");

    public static readonly MessageCode NoCandidates = new(
        "row-means-another",
        "The subject of a row is one of those whom the row may mean. (S15)",
        "行内所选对象须为该行的候选对象。");

    public static readonly MessageCode<Subject> NoCandidate = new(
        "row-means-another.member",
        "the row does not lead to \"{0}\": ask for its candidates again.",
        "此行不对应“{0}”，请重新查询候选对象。");

    public static readonly MessageCode<Subject> NotAmongSubjects = new(
        "row-subject-missing", "\"{0}\" is not among the subjects.", "“{0}”不在所询问的对象之中。");

    public static readonly MessageCode<int> RowNumber = new("row-number", "rows are numbered from 1; got {0}.", "行号从 1 起，现为 {0}。");

    public static readonly MessageCode RowOrText = new(
        "rows-or-text", "either rows or text, and not both.", "rows 与 text 只填一项。");

    public static readonly MessageCode EmptyRow = new(
        "row-empty", "a row has a name, a unit or an id.", "每行须有姓名、单位或编号。");

    public static readonly MessageCode NobodyIdentified = new(
        "nobody-identified",
        "No row was identified, so that there is nothing to answer. Correct the list. (S15)",
        "没有一行能够识别，无从答复。请修改名单。");

    public static readonly MessageCode ChooseInRow = new(
        "choose-in-row", "choose one of those shown, or none of them.", "请选择其中一人，或选“都不是”。");

    public static readonly MessageCode<string> PurposeInQuery = new(
        "malformed.purpose", "one of {0}, in the query when the body is CSV.", "正文为 CSV 的，在查询参数中写明用途：{0} 之一。");

    public static readonly MessageCode AskedByInQuery = new(
        "malformed.asked-by", "who asks, in the query when the body is CSV.", "正文为 CSV 的，在查询参数中写明由谁征求意见。");

    public static readonly MessageCode<string, IReadOnlyList<string>> OneColumn = new(
        "malformed.subject-column", "line 1: one column, {0}; got {1}.", "首行只有一列（{0}），现为{1}。");

    public static readonly MessageCode<string> SubjectForm = new(
        "malformed.subject-cell", "A subject is unit:{{id}} or official:{{id}}; got \"{0}\".", "“{0}”不是 unit:编号 或 official:编号。");
}
