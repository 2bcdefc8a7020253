using Rectify.Board.Sanctions;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Terms;
using Rectify.Functions.Cases;
using Rectify.Functions.Ledger;

namespace Rectify.Functions.Board;

/// <summary>Gathers whose bars run today. A case that is closed bars nobody, so only the others are read.</summary>
internal sealed class SanctionsReport(ILedger ledger, CaseDesk desk, TimeProvider clock)
{
    private const int PageSize = 1_000;

    public async Task<SanctionsModel> MakeAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var (today, spans) = (LocalDay.Of(now), new List<(Subject Subject, string Name, Domain.Sanctions.Bars Bars, BarredSpan Span)>());
        string? continuation = null;
        do
        {
            var slice = await ledger.ListAsync(new CaseFilter(null, null, null, now), PageSize, continuation, cancellation);
            foreach (var entry in slice.Items.Where(entry => entry.Status != CaseStatus.Closed))
            {
                if (await desk.FindAsync(entry.CaseId, cancellation) is not { } record) continue;
                spans.AddRange(
                    from sanction in record.State.File.Sanctions
                    where sanction.Barred is { } barred && barred.To >= today
                    select (sanction.Subject, CasePageModel.NameOf(sanction.Subject, record.State.File), sanction.Bars, new BarredSpan(
                        record.CaseId.Value, record.State.File.DocumentNumberOf(sanction.Measure), sanction.Measure, sanction.Barred!.Value)));
            }

            continuation = slice.Continuation;
        } while (continuation is not null);

        var rows =
            from span in spans
            group span by span.Subject into same
            let run = DayInterval.Union(same.Select(span => span.Span.Days)).FirstOrDefault(days => days.Contains(today))
            where run.Contains(today)
            let last = same.Last()
            orderby run.To, same.Key.ToString()
            select new BarredSubject(same.Key.ToString(), last.Name, last.Bars, run.End?.AddDays(1), [.. same.Select(span => span.Span).OrderBy(span => span.Days.From)]);
        return new SanctionsModel(today, [.. rows]);
    }
}
