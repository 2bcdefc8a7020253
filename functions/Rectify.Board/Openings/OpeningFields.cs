using Rectify.Board.Forms;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Board.Openings;

/// <summary>The fields of the forms that open a case.</summary>
public static partial class OpeningFields
{
    /// <summary>The name of the field for the unit, which is chosen before the form is shown.</summary>
    public const string UnitName = "unitId";

    /// <summary>The name of the field for the units that one document lists.</summary>
    public const string UnitsName = "units";

    /// <summary>The name of the field for the case on the rung before; it is set when the form is opened from that case.</summary>
    public const string PrecedingName = "precededBy";

    /// <summary>The name of the field for the rulebook; it is set when the form is opened to try one that is not in force.</summary>
    public const string RulebookName = "rulebookId";

    /// <summary>The name of the field for the grounds that the rulebook lists.</summary>
    public const string GroundsName = "groundCodes";

    /// <summary>The field for the rulebook.</summary>
    public static Field Rulebook { get; } = new Field.Settled(RulebookName, ("规则版本", "Rulebook")) { Need = Need.Optional };

    /// <summary>通报、约谈.</summary>
    /// <param name="officials">The field for the persons who receive the notice or were called to the talk.</param>
    public static IReadOnlyList<Field> Admonition(Field.Officials officials) =>
    [
        Unit,
        Preceding,
        new Field.Choice("rung", ("措施", "Rung"), Option.Of<Rung>(Names.Of, Rung.Notice, Rung.Talk)),
        Ground,
        Severity,
        Facts,
        Goals,
        new Field.Day("issuedOn", ("通报或约谈日期", "Issued on")),
        .. Days,
        Period,
        officials,
        Number,
        LegalBasis,
        IssuedBy,
        .. Named,
    ];

    /// <summary>挂牌督办.</summary>
    /// <param name="officials">The field for the persons who are barred with the unit.</param>
    public static IReadOnlyList<Field> Listing(Field.Officials officials) =>
    [
        Unit,
        Preceding,
        Ground,
        Severity,
        Facts,
        Goals,
        new Field.Day("listedOn", ("挂牌日期", "Listed on")),
        .. Days,
        Period,
        officials,
        Number,
        LegalBasis,
        IssuedBy,
        .. Named,
    ];

    /// <summary>挂牌督办 by one document that lists several units.</summary>
    /// <param name="units">The field for the units, each with what it has of its own.</param>
    public static IReadOnlyList<Field> JointListing(Field.Units units) =>
    [
        Ground,
        Severity,
        Facts,
        Goals,
        new Field.Day("listedOn", ("挂牌日期", "Listed on")),
        .. Days,
        Period,
        Number,
        LegalBasis,
        IssuedBy,
        ReportDue,
        units,
    ];

    /// <summary>What a unit among several may have of its own; what is left empty is that of the document.</summary>
    /// <param name="prefix">The beginning of the names in the form.</param>
    /// <param name="officials">The field for the persons who are barred with the unit.</param>
    public static IReadOnlyList<Field> OfUnit(string prefix, Field.Officials officials) =>
    [
        new Field.Prose($"{prefix}facts", ("该单位的主要问题", "Facts of this unit"))
        {
            Need = Need.Optional,
            Hint = ("不填则同文件所列的主要问题。", "Those of the document when left empty."),
        },
        new Field.Day($"{prefix}receivedOn", ("该单位收到日期", "Received by this unit on")) { Need = Need.Optional },
        officials,
        new Field.Line($"{prefix}previousCaseId", Previous.Label) { Need = Need.Optional, Hint = Previous.Hint },
    ];

    /// <summary>不经挂牌的一票否决.</summary>
    /// <param name="officials">The field for the persons whom the veto bars with the unit.</param>
    public static IReadOnlyList<Field> DirectVeto(Field.Officials officials) =>
    [
        Unit,
        Preceding,
        new Field.Choice("ground", ("否决情形", "Ground of the veto"),
            Option.Of<VetoGround>(Names.Of, VetoGround.GraveHarm, VetoGround.TwoYearAssessment, VetoGround.Other)),
        new Field.Day("eventOn", ("事件日期", "Day of the event"))
        {
            Need = Need.Optional,
            Hint = ("仅在造成特别严重危害或者影响时填写，否决自该日起算。",
                "Only for especially grave harm, where the veto counts from it."),
        },
        new Field.Day("decidedOn", ("决定日期", "Decided on")),
        new Field.Choice("accountabilityGround", ("追究情形", "Ground of accountability"), Option.Of<AccountabilityGround>(Names.Of))
        {
            Style = ChoiceStyle.List,
            Need = Need.Optional,
        },
        Facts,
        officials,
        Number,
        new Field.Line("legalBasis", ("依据", "Legal basis")),
        new Field.Line("issuedBy", ("决定机关", "Decided by")) { Need = Need.Optional },
        new Field.Line("proposedBy", ("提请机关", "Proposed by"))
        {
            Need = Need.Optional,
            Hint = ("由其他机关提请、尚待决定的填写；规则有此规定的才可提请。",
                "Where another body proposes the veto and it is still to be decided; only where the rules let it."),
        },
        Previous,
    ];

    // The days from which some rulebooks count the period.
    private static IEnumerable<Field> Days =>
    [
        new Field.Day("receivedOn", ("收到日期", "Received on"))
        {
            Need = Need.Optional,
            Hint = ("单位收到通知的日期。", "The day on which the unit received the notice."),
        },
        new Field.Day("eventOn", ("事件日期", "Day of the event"))
        {
            Need = Need.Optional,
            Hint = ("规则规定期限自事件发生之日起计算的，须填写。", "Needed where the rules count the period from the event."),
        },
    ];

    private static Field.Term Period => new("period", ("整改期限", "Period"))
    {
        Need = Need.Optional,
        Hint = ("只填一项；不填则按规则，规则未规定的须填写。自起算日的次日起算，末日遇休息日按规则顺延，指定的届满日不顺延。",
            "One of them, or that of the rulebook, where it has one, when left empty. It runs from the day after the first; "
            + "a last day that is a day off moves as the rules say, one that is named here does not."),
    };

    // What some documents name besides.
    private static IEnumerable<Field> Named => [ReportDue, Previous];

    private static Field.Day ReportDue => new("reportDueOn", ("文件指定的报告日期", "Report due on"))
    {
        Need = Need.Optional,
        Hint = ("文件另行指定书面报告日期的填写；该日届满前不作逾期处理。",
            "Where the document names a day for a written report; nothing follows from the deadline before that day is over."),
    };

    private static Field.Line Previous => new("previousCaseId", ("原案件编号", "Earlier case"))
    {
        Need = Need.Optional,
        Hint = ("再次挂牌等情形，填写同一单位原案件的编号。", "The id of an earlier case of the unit that this one renews."),
    };

    /// <summary>The name of the field for the supervision visit that led to the measure; it is shown only when one did.</summary>
    public const string VisitName = "visitId";

    /// <summary>The supervision visit that led to the measure (S18).</summary>
    public static Field Visit { get; } = new Field.Settled(VisitName, ("督查记录", "Supervision visit"));

    private static Field.Settled Unit => new(UnitName, ("单位", "Unit"));

    private static Field.Choice Ground => new("ground", ("情形", "Ground"), Option.Of<AccountabilityGround>(Names.Of))
    {
        Style = ChoiceStyle.List,
    };

    private static Field.Choice Severity => new("severity", ("程度", "Severity"), Option.Of<Severity>(Names.Of));

    private static Field.Prose Facts => new("facts", ("主要问题", "Facts"));

    private static Field.Line LegalBasis => new("legalBasis", ("依据", "Legal basis"))
    {
        Hint = ("条款，如“实施办法第二十一条”。", "The article."),
    };

    private static Field.Line IssuedBy => new("issuedBy", ("签发机关", "Issued by"));

    private static Field.Settled Preceding => new(PrecedingName, ("之前的案件", "Case before")) { Need = Need.Optional };

    private static Field.Lines Goals => new("goals", ("整改目标", "Goals"))
    {
        Hint = ("每行一项，验收时逐项核对。", "One a line; the inspection judges each."),
    };

    private static Field.Line Number => new("documentNumber", ("文号", "Document number"))
    {
        Need = Need.Optional,
        Hint = ("不填则取本年下一个文号。", "The next number of the year when left empty."),
    };
}
