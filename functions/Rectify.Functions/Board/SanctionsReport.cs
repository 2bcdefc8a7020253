using Rectify.Board.Health;
using Rectify.Board.Sanctions;
using Rectify.Domain.Calendar;
using Rectify.Domain.Identity;
using Rectify.Domain.Terms;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;

namespace Rectify.Functions.Board;

/// <summary>Makes the model of the sanctions in force: the index tells whom they bar, the cases tell how long.</summary>
public sealed class SanctionsReport(ILedger ledger, CaseRepository caseRepository, TimeProvider clock, UnreadableCases unreadable)
{
    private const int RowsPerPage = 25;
    private const int PageSize = 1_000;

    /// <param name="kind">Units or persons; null for both.</param>
    /// <param name="page">The number of the page, from 1; a number past the last page gives the last page.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<SanctionsModel> MakeAsync(SubjectKind? kind, int page, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = LocalDay.Of(now);
        var barred = await ledger.BarredAsync(today, kind, (page - 1) * RowsPerPage, RowsPerPage, cancellation);
        var pages = Math.Max(1, (barred.Total + RowsPerPage - 1) / RowsPerPage);
        if (page > pages) return await MakeAsync(kind, pages, cancellation);

        var records = new Dictionary<CaseId, CaseRecord>();
        foreach (var caseId in barred.Items.SelectMany(item => item.Cases).Distinct()) await ReadAsync(caseId, records, cancellation);
        var subjects = barred.Items.Select(item => item.Subject).ToHashSet();

        // Cases whose index row may be out of date, because a step is due and not carried out, are read too. The subjects they concern are
        // shown on the first page if they are barred.
        var unknown = await ToBeReadAsync(now, cancellation);
        foreach (var caseId in unknown) await ReadAsync(caseId, records, cancellation);
        if (page == 1)
        {
            Subject[] anew =
            [
                .. unknown.Where(records.ContainsKey).SelectMany(caseId => records[caseId].State.File.EverySubject)
                    .Where(subject => kind is null || subject.Kind == kind).Distinct(),
            ];
            subjects.UnionWith(anew);
            foreach (var caseId in (await ledger.CasesOfAsync(anew, cancellation)).Values.SelectMany(cases => cases))
                await ReadAsync(caseId, records, cancellation);
        }

        var rows =
            from record in records.Values
            from sanction in record.State.File.Sanctions
            where subjects.Contains(sanction.Subject) && sanction.Barred is { } days && days.To >= today
            group (Record: record, Sanction: sanction) by sanction.Subject into same
            let run = DayInterval.Union(same.Select(one => one.Sanction.Barred!.Value)).FirstOrDefault(days => days.Contains(today))
            where run.Contains(today)
            orderby run.To, same.Key.ToString()
            let last = same.Last()
            select new BarredSubject(
                same.Key.ToString(), CasePageModel.NameOf(same.Key, last.Record.State.File), last.Sanction.Bars, run.End?.AddDays(1),
                [.. same.Select(one => SpanOf(one.Record, one.Sanction)).OrderBy(span => span.Days.From)]);
        return new SanctionsModel(today, [.. rows], kind, barred.Total, page, pages)
        {
            Unreadable = [.. unreadable.All.Select(UnreadableCaseLine.Of)],
        };
    }

    private static BarredSpan SpanOf(CaseRecord record, Domain.Sanctions.Sanction sanction) => new(
        record.CaseId.Value, record.State.File.DocumentNumberOf(sanction.Measure), sanction.Measure, sanction.Barred!.Value);

    private async Task ReadAsync(CaseId caseId, Dictionary<CaseId, CaseRecord> records, CancellationToken cancellation)
    {
        if (!records.ContainsKey(caseId) && await caseRepository.ReadAsync(caseId, cancellation) is CaseReading.Readable(var record))
            records.Add(caseId, record);
    }

    private async Task<IReadOnlyList<CaseId>> ToBeReadAsync(DateTimeOffset now, CancellationToken cancellation) =>
        await ledger.AllAsync(new CaseFilter(null, null, null, now) { Step = StepFilter.ToBeRead }, PageSize, cancellation)
            .Where(entry => entry.Status != Domain.Cases.CaseStatus.Closed).Select(entry => entry.CaseId).ToListAsync(cancellation);
}
