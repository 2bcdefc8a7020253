using System.Globalization;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Tests.Ledger;

/// <summary>Appends as the program makes them, with as little about the case as a ledger looks at.</summary>
internal static class Writes
{
    /// <summary>Monday, 2 March 2026, 09:00 in Beijing, and an odd tick.</summary>
    public static readonly DateTimeOffset Start = new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero).AddTicks(1234567);

    public static readonly DocumentSeries Series = new("永平安督", 2026);

    public static LedgerAppend Opening(string caseId, int number, string unitId = "yj-oubei", string? key = null) =>
        Opening(caseId, Series.At(number), unitId, key);

    public static LedgerAppend Opening(string caseId, DocumentNumber number, string unitId = "yj-oubei", string? key = null) =>
        After(caseId, [], unitId) with
        {
            Opening = new CaseOpening(
                [new Subject.Unit(new UnitId(unitId)), new Subject.Official(new OfficialId("p-1001"))],
                number,
                key is null ? null : new Receipt(key, "ab12", 201, $"/api/cases/{caseId}", "{\"caseId\":\"案卷\"}")),
        };

    /// <summary>An opening whose last entry carries the number that is drawn for it.</summary>
    public static NumberedAppend NumberedOpening(string caseId, string? key = null) =>
        new(Series, number => After(caseId, [], "yj-oubei", number) with { Opening = Opening(caseId, number, key: key).Opening });

    /// <summary>A later append that does.</summary>
    public static NumberedAppend NumberedNext(string caseId, IReadOnlyList<StoredEvent> stream) => new(
        Series, number => After(caseId, stream, "yj-oubei", number) with { Addition = new CaseAddition([], number) });

    public static LedgerAppend Next(string caseId, IReadOnlyList<StoredEvent> stream, string unitId = "yj-oubei") =>
        After(caseId, stream, unitId);

    /// <summary>The openings of a document that lists a unit for each of these cases, <c>unit-{case}</c>.</summary>
    public static LedgerAppend Joint(IReadOnlyList<string> caseIds, int number, string? key = null) =>
        Opening(caseIds[0], number, $"unit-{caseIds[0]}", key) with
        {
            Others =
            [
                .. from caseId in caseIds.Skip(1)
                   let alone = Opening(caseId, number, $"unit-{caseId}")
                   select alone with { Opening = alone.Opening! with { Number = null } },
            ],
        };

    public static IReadOnlyList<StoredEvent> Stream(this IEnumerable<LedgerAppend> appends) =>
        [.. appends.SelectMany(append => append.Events)];

    public static Notice Notice(string id, StoredEvent @event) => new(
        new NoticeId(id), @event.CaseId, @event.Sequence, "listing-notice", new Recipient("林晓梅", "linxm@example.cn"),
        "挂牌督办通知书", "鸥北街道：\n请于三个月内整改。", @event.At);

    private static LedgerAppend After(string caseId, IReadOnlyList<StoredEvent> stream, string unitId, DocumentNumber? number = null)
    {
        var at = Start.AddMinutes(stream.Count);
        var events = EventChain.Extend(
            new CaseId(caseId),
            stream,
            [
                new CaseEvent.InspectionFailed(new DateOnly(2026, 5, 20), "隐患\"未\"消除 🚧\r\n\té"),
                new CaseEvent.InspectionPassed(new DateOnly(2026, 6, 1), "验收合格，摘牌。", number?.Text),
            ],
            at,
            "officer:张伟");
        var entry = new CaseEntry(
            new CaseId(caseId), new UnitId(unitId), events[^1].Sequence, CaseStatus.Rectifying, new DateOnly(2026, 6, 2), at.AddDays(30));
        var notices = events.Select(e => Notice(string.Create(CultureInfo.InvariantCulture, $"{caseId}-{e.Sequence}"), e));
        return new LedgerAppend(entry, stream.Count, events, [.. notices]);
    }
}
