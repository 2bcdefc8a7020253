using System.Globalization;
using Rectify.Board.Overview;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Office.Access;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Overview;

namespace Rectify.Functions.Board.Overview;

/// <summary>Finds what others, and the app by itself, have recorded since a person last looked.</summary>
/// <remarks>
/// Who has never marked anything as seen is shown what was recorded since the beginning of the working day before. The index tells which
/// cases have changed; these are read.
/// </remarks>
public sealed class ChangesReport(ILedger ledger, CaseRepository caseRepository, SeenMarks seenMarks, CurrentCalendar calendar,
    TimeProvider clock)
{
    private const int PageSize = 1_000;
    private const int MostShown = 30;

    /// <param name="caller">Who reads the page; a unit is shown its own cases.</param>
    /// <param name="scope">How many of the changed cases are listed.</param>
    /// <param name="ticket">The ticket of the form that marks changes as seen.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<SinceModel> MakeAsync(Caller caller, ChangeScope scope, string ticket, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var mark = await seenMarks.FindAsync(caller.Actor, cancellation) ?? FirstMark(LocalDay.Of(now));
        var filter = new CaseFilter(null, caller.UnitId, null, now) { ChangedFrom = mark.From };
        var changed = await ledger.AllAsync(filter, PageSize, cancellation)
            .OrderByDescending(entry => entry.Summary!.ChangedAt).ToListAsync(cancellation);

        List<ChangedCase> cases = [];
        List<string> latest = [];
        var read = 0;
        foreach (var entry in changed)
        {
            if (scope == ChangeScope.Latest && cases.Count == MostShown) break;

            read++;
            if (await caseRepository.ReadAsync(entry.CaseId, cancellation) is not CaseReading.Readable(var record)) continue;
            var unseen = record.Stream.Where(one => !mark.Covers(record.CaseId, one.Sequence, one.At)).ToList();
            latest.AddRange(unseen.Where(one => one.At >= new SeenMark(now, []).From)
                .Select(one => SeenMark.NameOf(record.CaseId, one.Sequence)));
            var sequences = unseen.Select(one => one.Sequence).ToHashSet();
            var shown = CasePageModel.EntriesOf(record)
                .Where(one => sequences.Contains(one.Sequence) && one.Actor != caller.Actor && IsWorthTelling(one.Event)).ToList();
            var opening = record.State.File.Opening;
            if (shown.Count > 0) cases.Add(new ChangedCase(record.CaseId.Value, opening.DocumentNumber, opening.Unit.Name, shown));
        }

        return new SinceModel(
            mark.From, cases, changed.Count - read,
            cases.Count == 0 ? null : new SeenForm(
                ticket, now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), string.Join(' ', latest.Take(SeenMark.MostLatest))));
    }

    // The sanctions of a measure are told with the measure, and reminders by their mails.
    private static bool IsWorthTelling(CaseEvent happened) =>
        happened is not (CaseEvent.SanctionImposed or CaseEvent.ReminderDue or CaseEvent.ReminderSkipped);

    private SeenMark FirstMark(DateOnly today)
    {
        var day = today.AddDays(-1);
        while (calendar.Value.IsDayOff(day)) day = day.AddDays(-1);
        return SeenMark.Before(LocalDay.StartOf(day));
    }
}

/// <summary>How many of the changed cases are listed.</summary>
public enum ChangeScope
{
    /// <summary>Those that changed last.</summary>
    Latest,

    /// <summary>All of them.</summary>
    All,
}
