using System.Globalization;
using Rectify.Domain.Identity;
using Rectify.Domain.YearlyCycle;

namespace Rectify.Office.YearlyCycle;

/// <summary>
/// The responsibility letter of a unit for a year on the wire: the present content, null when it was taken back, and every entry.
/// </summary>
public sealed record ResponsibilityLetterView(UnitId UnitId, int Year, YearlyContent.Letter? Letter,
    IReadOnlyList<YearlyEntryView<YearlyContent.Letter>> Entries)
{
    public static ResponsibilityLetterView Of(IReadOnlyList<YearlyEntry> entries) => new(
        ((Subject.Unit)entries[0].Subject).Id, int.Parse(entries[0].Item, CultureInfo.InvariantCulture),
        (YearlyContent.Letter?)entries[^1].Content,
        [.. entries.Select(YearlyEntryView<YearlyContent.Letter>.Of)]);
}

/// <summary>
/// The duty report of an official on a year on the wire: the present content, null when it was taken back, and every entry.
/// </summary>
public sealed record DutyReportView(OfficialId OfficialId, int Year, YearlyContent.Report? Report,
    IReadOnlyList<YearlyEntryView<YearlyContent.Report>> Entries)
{
    public static DutyReportView Of(IReadOnlyList<YearlyEntry> entries) => new(
        ((Subject.Official)entries[0].Subject).Id, int.Parse(entries[0].Item, CultureInfo.InvariantCulture),
        (YearlyContent.Report?)entries[^1].Content,
        [.. entries.Select(YearlyEntryView<YearlyContent.Report>.Of)]);
}

/// <summary>
/// A duty of the rulebook's own table on the wire: the present content, null when it was taken back, and every entry.
/// </summary>
public sealed record DutyDoneView(
    string Duty, Subject Subject, int Year, YearlyContent.Done? Done, IReadOnlyList<YearlyEntryView<YearlyContent.Done>> Entries)
{
    public static DutyDoneView Of(IReadOnlyList<YearlyEntry> entries) => new(
        entries[0].Item.Split('.')[1], entries[0].Subject, int.Parse(entries[0].Item.Split('.')[0], CultureInfo.InvariantCulture),
        (YearlyContent.Done?)entries[^1].Content, [.. entries.Select(YearlyEntryView<YearlyContent.Done>.Of)]);
}

/// <summary>A commendation of an official on the wire: the present content, null when it was taken back, and every entry.</summary>
public sealed record CommendationView(
    OfficialId OfficialId, string CommendationId, YearlyContent.Commendation? Commendation,
    IReadOnlyList<YearlyEntryView<YearlyContent.Commendation>> Entries)
{
    public static CommendationView Of(IReadOnlyList<YearlyEntry> entries) => new(
        ((Subject.Official)entries[0].Subject).Id, entries[0].Item, (YearlyContent.Commendation?)entries[^1].Content,
        [.. entries.Select(YearlyEntryView<YearlyContent.Commendation>.Of)]);
}

/// <summary>An entry on the wire.</summary>
/// <param name="Revision">Its place among the entries of its book about that unit or official.</param>
/// <param name="Content">What was entered; null when this entry takes an earlier one back.</param>
/// <param name="Reason">Why it corrects; null for the first.</param>
/// <param name="Actor">Who entered it.</param>
/// <param name="At">When.</param>
public sealed record YearlyEntryView<T>(int Revision, T? Content, string? Reason, string Actor, DateTimeOffset At) where T : YearlyContent
{
    public static YearlyEntryView<T> Of(YearlyEntry entry) => new(entry.Revision, (T?)entry.Content, entry.Reason, entry.Actor, entry.At);
}
