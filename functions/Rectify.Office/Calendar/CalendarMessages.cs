using Rectify.Domain.Messages;

namespace Rectify.Office.Calendar;

/// <summary>The messages that say why the notice of a year is refused.</summary>
internal static class CalendarMessages
{
    public static readonly MessageCode<IReadOnlyList<Message>> Refused = new("calendar-refused", "{0}", "{0}");

    public static readonly MessageCode<int, int> AnotherYear = new(
        "calendar-refused.year", "that of the address, {0}; got {1}.", "应与地址中的年份 {0} 相同，现为 {1}。");

    public static readonly MessageCode NoDaysOff = new("calendar-refused.no-days-off", "a notice has days off.", "请填写放假的日期。");

    public static readonly MessageCode<DateOnly, int> NotInYear = new(
        "calendar-refused.not-in-year", "{0} does not lie in {1}.", "{0}不在这一年。", englishOnly: [1]);

    public static readonly MessageCode<DateOnly> Twice = new("calendar-refused.twice", "{0} stands twice.", "{0}重复。");

    public static readonly MessageCode<DateOnly, DayOfWeek> NotAWeekend = new(
        "calendar-refused.not-a-weekend",
        "{0} is a {1}; a make-up working day is a Saturday or Sunday. (D6)",
        "{0}不是周六或周日，不能调休上班。", englishOnly: [1]);

    public static readonly MessageCode<DateOnly> DayOff = new(
        "calendar-refused.day-off", "{0} is a day off; a make-up working day is not. (D6)", "{0}已列为放假，不能同时调休上班。");

    public static readonly MessageCode<IReadOnlyList<DateOnly>> OffByLaw = new(
        "calendar-refused.off-by-law", "the days that are off by law; missing are {0}. (D9)", "缺少法定节假日：{0}。");
}
