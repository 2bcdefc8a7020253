using Rectify.Board.Forms;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;

namespace Rectify.Board.Openings;

/// <summary>The fields of the forms that open a case.</summary>
public static class OpeningFields
{
    /// <summary>The name of the field for the unit, which is chosen before the form is shown.</summary>
    public const string UnitName = "unitId";

    /// <summary>The name of the field for the case on the rung before; it is set when the form is opened from that case.</summary>
    public const string PrecedingName = "precededBy";

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
        new Field.Term("period", ("整改期限", "Period"))
        {
            Need = Need.Optional,
            Hint = ("只填一项；不填则按规则。自该日期的次日起算，末日遇休息日顺延，指定的届满日不顺延。",
                "One of them, or that of the rulebook when left empty. It runs from the day after; "
                + "a last day that is a day off moves to the next working day, one that is named here does not."),
        },
        officials,
        Number,
        LegalBasis,
        IssuedBy,
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
        new Field.Day("receivedOn", ("收到日期", "Received on"))
        {
            Need = Need.Optional,
            Hint = ("单位收到通知的日期。", "The day on which the unit received the notice."),
        },
        new Field.Term("period", ("整改期限", "Period"))
        {
            Hint = ("只填一项；自挂牌日期的次日起算，末日遇休息日顺延，指定的届满日不顺延。",
                "One of them. It runs from the day after the listing; "
                + "a last day that is a day off moves to the next working day, one that is named here does not."),
        },
        officials,
        Number,
        LegalBasis,
        IssuedBy,
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
    ];

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
