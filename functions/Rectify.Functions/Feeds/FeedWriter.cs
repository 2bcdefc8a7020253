using System.Diagnostics;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Letters;
using Rectify.Office.Register;

namespace Rectify.Functions.Feeds;

/// <summary>Writes the days of cases as an iCalendar (RFC 5545). The same cases give the same text, to the byte.</summary>
internal static class FeedWriter
{
    private const string Product = "-//Rectify//supervised listings//ZH";

    public static string Write(string title, IEnumerable<FeedEntry> entries)
    {
        // Besides the name of RFC 7986, the older X- properties for title and refresh interval, which calendar programs read.
        var calendar = new Ical.Net.Calendar { Method = "PUBLISH", ProductId = Product };
        foreach (var (name, text) in new[] { ("NAME", title), ("X-WR-CALNAME", title),
            ("X-PUBLISHED-TTL", "PT1H") }) calendar.AddProperty(name, text);
        foreach (var entry in entries.OrderBy(entry => entry.Uid, StringComparer.Ordinal)) calendar.Events.Add(EventOf(entry));
        return new CalendarSerializer().SerializeToString(calendar) ?? throw new UnreachableException();
    }

    /// <summary>The days of a case as they are now.</summary>
    public static IEnumerable<FeedEntry> EntriesOf(CaseRecord record, Uri baseAddress, MailLanguage language) =>
        from day in CaseDays.Of(record)
        let last = day.Changes[^1]
        let part = day.Measure is { } measure ? Domain.WireName.Of(measure) : "deadline"
        select new FeedEntry(
            $"{record.CaseId}.{part}@rectify", day.Changes.Count - 1, last.At, last.Day, last.Standing,
            language == MailLanguage.English ? English(day.Measure, last, record.State.File)
                : Chinese(day.Measure, last, record.State.File),
            new Uri(baseAddress, $"board/cases/{record.CaseId}"));

    /// <summary>The entry of a case that cannot be read: the day that the index has, marked as uncertain.</summary>
    /// <remarks>It has a fixed instant of change, so that the feed's text changes only when the day does.</remarks>
    public static FeedEntry EntryOf(CaseEntry unreadable, Uri baseAddress, MailLanguage language)
    {
        var name = unreadable.Summary is { } summary ? $"{summary.DocumentNumber} {summary.UnitName}" : unreadable.CaseId.Value;
        return new FeedEntry(
            $"{unreadable.CaseId}.unreadable@rectify", 0, DateTimeOffset.UnixEpoch, unreadable.DueOn, Standing.Tentative,
            language == MailLanguage.English ? $"[cannot be read] {name}: last known deadline" : $"【无法读取】{name}：最后所知的整改期限",
            new Uri(baseAddress, $"board/cases/{unreadable.CaseId}"));
    }

    private static CalendarEvent EventOf(FeedEntry entry) => new()
    {
        Uid = entry.Uid,
        Sequence = entry.Sequence,
        DtStamp = new CalDateTime(entry.ChangedAt.UtcDateTime),
        LastModified = new CalDateTime(entry.ChangedAt.UtcDateTime),
        Start = new CalDateTime(entry.Day),
        // For whole days the end is the first day after (RFC 5545, 3.6.1).
        End = new CalDateTime(entry.Day.AddDays(1)),
        Summary = entry.Summary,
        Url = entry.Address,
        Transparency = TransparencyType.Transparent,
        Status = entry.Standing switch
        {
            Standing.Confirmed => EventStatus.Confirmed,
            Standing.Tentative => EventStatus.Tentative,
            Standing.Cancelled => EventStatus.Cancelled,
            _ => throw new UnreachableException(entry.Standing.ToString()),
        },
    };

    // Only document number and unit: a calendar may be seen by others, so that it contains neither grounds nor persons.
    private static string Chinese(Measure? measure, DayChange day, CaseFile file) => measure is { } taken
        ? $"【{Wording.Of(taken)}】{Case(file)}：资格限制最后一日{Mark(day, "（已撤销）", "")}"
        : $"【{Wording.Of(file.Rung)}】{Case(file)}：整改期限届满日{Mark(day, "（已取消）", "（暂定）")}";

    private static string English(Measure? measure, DayChange day, CaseFile file) => measure is { } taken
        ? $"[{EnglishWording.Of(taken)}] {Case(file)}: last barred day{Mark(day, " (revoked)", "")}"
        : $"[{EnglishWording.Of(file.Rung)}] {Case(file)}: rectification deadline{Mark(day, " (cancelled)", " (provisional)")}";

    private static string Case(CaseFile file) => $"{file.Opening.DocumentNumber} {file.Opening.Unit.Name}";

    private static string Mark(DayChange day, string cancelled, string tentative) => day.Standing switch
    {
        Standing.Cancelled => cancelled,
        Standing.Tentative => tentative,
        _ => "",
    };
}
