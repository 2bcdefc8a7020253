using Rectify.Board.Forms;

namespace Rectify.Board.Calendar;

/// <summary>The fields of the form for the notice of a year's holidays (D9).</summary>
public static class NoticeFields
{
    /// <summary>放假的日期.</summary>
    public static Field.DayRuns DaysOff { get; } = new("daysOff", ("放假的日期", "Holidays"))
    {
        Hint = ("按通知逐段填写，含其中的周末；法定节假日不能缺少。",
            "Run by run as the notice has them, with the weekends in them. No day that is off by law may be missing."),
    };

    /// <summary>调休上班的日期.</summary>
    public static Field.DayRuns MakeUpWorkingDays { get; } = new("makeUpWorkingDays", ("调休上班的日期", "Make-up working days"))
    {
        Need = Need.Optional,
        Hint = ("均为周六或周日。", "Saturdays and Sundays."),
    };

    /// <summary>The fields.</summary>
    public static IReadOnlyList<Field> All { get; } =
    [
        new Field.Line("source", ("通知名称和文号", "Name and number of the notice"))
        {
            Hint = ("如“国务院办公厅关于2027年部分节假日安排的通知（国办发明电〔2026〕…号）”。", "As the notice calls itself."),
        },
        DaysOff,
        MakeUpWorkingDays,
    ];
}
