using Rectify.Board.Forms;
using Rectify.Domain;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Board.Cases.Actions;

/// <summary>The fields of the form for a correction that depend on how the case began, each with what stands.</summary>
public static class CorrectionFields
{
    private static readonly Bilingual Recomputed = (
        "更正后，整改期限、一票否决和资格限制按规则重新计算。",
        "Deadline, veto and sanctions are computed again by the rules.");

    public static IReadOnlyList<Field> Of(Opening opening) =>
    [
        new Field.Line("unitId", ("单位编号", "Id of the unit"))
        {
            Need = Need.Optional,
            Original = opening.Unit.UnitId.Value,
            Hint = ("更正单位的，填写正确单位的编号；资格限制自始改由该单位承担，人员不选定的，按其名册。",
                "For another unit its id: the bar is that unit's from the start, and where no persons are chosen those of its register."),
        },
        .. opening is Opening.DirectVeto veto ? OfVeto(veto) : OfPeriod(opening),
        new Field.Line("legalBasis", ("依据", "Legal basis")) { Need = Need.Optional, Original = opening.LegalBasis },
        new Field.Line("issuedBy", ("签发机关", "Issued by")) { Need = Need.Optional, Original = opening.IssuedBy },
        new Field.Line("previousCaseId", ("此前的案件编号", "Earlier case"))
        {
            Need = Need.Optional,
            Original = opening.PreviousCaseId?.Value,
        },
    ];

    private static IEnumerable<Field> OfVeto(Opening.DirectVeto opening) =>
    [
        Day("on", ("决定日期", "Decided on"), opening.BeganOn),
        Day("eventOn", ("事件日期", "Day of the event"), opening.EventOn),
        Ground(opening.Ground),
        new Field.Line("proposedBy", ("提请机关", "Proposed by")) { Need = Need.Optional, Original = opening.Entry.ProposedBy },
    ];

    private static IEnumerable<Field> OfPeriod(Opening opening) =>
    [
        Day("on", ("措施日期", "Day of the measure"), opening.BeganOn),
        Day("receivedOn", ("收到日期", "Received on"), opening.ReceivedOn),
        Day("eventOn", ("事件日期", "Day of the event"), opening.EventOn),
        new Field.Term("period", ("整改期限", "Period"))
        {
            Need = Need.Optional,
            Hint = ($"现为{opening.Period!.Words.Chinese}；不填则不变。{Recomputed.Chinese}",
                $"Now {opening.Period.Words.English}; it stays when left empty. {Recomputed.English}"),
        },
        Day("reportDueOn", ("文件指定的报告日期", "Report due on"), opening.ReportDueOn),
        Ground(opening.Ground),
        new Field.Choice("severity", ("程度", "Severity"), Option.Of<Severity>(Names.Of))
        {
            Need = Need.Optional,
            Original = opening.Severity is { } severity ? WireName.Of(severity) : null,
        },
        new Field.Lines("goals", ("整改目标", "Goals"))
        {
            Need = Need.Optional,
            Original = string.Join('\n', opening.Goals),
            Hint = ("每行一项。", "One a line."),
        },
    ];

    private static Field.Choice Ground(AccountabilityGround? ground) =>
        new("ground", ("追究情形", "Ground of accountability"), Option.Of<AccountabilityGround>(Names.Of))
        {
            Style = ChoiceStyle.List,
            Need = Need.Optional,
            Original = ground is { } known ? WireName.Of(known) : null,
        };

    private static Field.Day Day(string name, Bilingual label, DateOnly? day) => new(name, label)
    {
        Need = Need.Optional,
        Original = day is { } known ? $"{known:yyyy-MM-dd}" : null,
        Hint = Recomputed,
    };
}
