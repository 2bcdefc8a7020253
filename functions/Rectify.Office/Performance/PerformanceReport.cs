using System.Globalization;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using Rectify.Domain.YearlyCycle;
using Rectify.Office.Cases;
using Rectify.Office.Eligibility;
using Rectify.Office.Records;
using Rectify.Office.Register;
using Rectify.Office.Requests;

namespace Rectify.Office.Performance;

/// <summary>Compiles the record of an official from the ledger, the register and the yearly books. Nothing of it is stored.</summary>
/// <remarks>
/// What was entered after the day is left out, so that the same extract can be made again; the posts are those in the register now.
/// </remarks>
public sealed class PerformanceReport(
    SubjectLookup subjectLookup, IRegisterStore registerStore, IYearlyRecordStore yearlyRecordStore, IAssessmentStore assessments,
    TimeProvider clock)
{
    /// <summary>The record as of a day, by default today; a problem when the day is out of range.</summary>
    public async Task<Outcome<PerformanceRecord>> OfAsync(Official official, DateOnly? asked, CancellationToken cancellation)
    {
        var (now, today) = (clock.GetUtcNow(), LocalDay.Of(clock.GetUtcNow()));
        var asOf = asked ?? today;
        if (DateLimits.Past("asOf", asOf, DateLimits.Earliest, today, "Y3") is { } outside) return outside;

        // The last instant of the day, since 24:00 belongs to the next day.
        var until = asOf == today ? now : LocalDay.EndOf(asOf).AddTicks(-1);
        var subject = new Subject.Official(official.OfficialId);
        // The index also finds cases that named the person only after that day, so the leaders as of that day are checked.
        var found = await subjectLookup.FindAsync(subject, until, cancellation);
        var person = found?.AnswersFor ?? new HashSet<Subject> { subject };
        var ids = person.OfType<Subject.Official>().Select(one => one.Id).ToHashSet();
        var cases = found?.AllCases.Where(record => record.State.File.EveryLeader.Any(leader => ids.Contains(leader.OfficialId))).ToList()
            ?? [];
        var held = (await registerStore.FindOfficialsAsync(ids, cancellation)).SelectMany(one => one.Posts).Distinct()
            .Where(post => post.From <= asOf).OrderBy(post => post.From).ThenBy(post => post.UnitId.Value, StringComparer.Ordinal).ToList();
        var units = (await registerStore.FindUnitsAsync([.. held.Select(post => post.UnitId)], cancellation)).ToDictionary(
            unit => unit.UnitId, unit => unit.Name);
        return new PerformanceRecord(
            official.OfficialId, official.Name, asOf,
            [.. held.Select(
                post => new HeldPost(post.UnitId, units[post.UnitId], post.Post, post.Role, post.Responsibility, post.From,
                    post.To <= asOf ? post.To : null))],
            await AssessmentsAsync(held, units, until, cancellation),
            [
                .. from entry in await StandingAsync(YearlyRecordKind.Reports, person, until, cancellation)
                   let report = (YearlyContent.Report)entry.Content!
                   orderby entry.Item
                   select new SubmittedReport(int.Parse(entry.Item, CultureInfo.InvariantCulture), report.SubmittedOn, report.Summary),
            ],
            [.. cases.Select(record => CaseOf(record, ids)).OrderBy(named => named.OpenedOn).ThenBy(named => named.CaseId.Value,
                StringComparer.Ordinal)],
            [
                .. from record in cases
                   from sanction in record.State.File.Sanctions
                   where person.Contains(sanction.Subject)
                   orderby sanction.Term.From, sanction.Id.Value
                   select SanctionView.Of(record.CaseId, sanction, record.State.File.DocumentNumberOf(sanction.Measure), asOf),
            ],
            [
                .. from entry in await StandingAsync(YearlyRecordKind.Commendations, person, until, cancellation)
                   let commendation = (YearlyContent.Commendation)entry.Content!
                   orderby commendation.AwardedOn, entry.Item
                   select new ReceivedCommendation(entry.Item, commendation.Title, commendation.AwardedBy, commendation.AwardedOn,
                       commendation.DocumentNumber, commendation.Citation),
            ]);
    }

    private async Task<IReadOnlyList<YearlyEntry>> StandingAsync(YearlyRecordKind name, IEnumerable<Subject> person, DateTimeOffset until,
        CancellationToken cancellation)
    {
        List<YearlyEntry> standing = [];
        foreach (var subject in person)
            standing.AddRange(
                YearlyEntry.Standing(
                    (await yearlyRecordStore.EntriesOfAsync(name, subject, cancellation)).Where(entry => entry.At <= until)));
        return standing;
    }

    // The results for every year of which at least one day falls into the post.
    private async Task<IReadOnlyList<UnitAssessment>> AssessmentsAsync(
        IReadOnlyList<OfficialPost> held, IReadOnlyDictionary<UnitId, string> units, DateTimeOffset until, CancellationToken cancellation)
    {
        List<UnitAssessment> found = [];
        foreach (var inUnit in held.GroupBy(post => post.UnitId))
        {
            var standing = (await assessments.EntriesOfAsync(inUnit.Key, cancellation)).Where(entry => entry.At <= until)
                .GroupBy(entry => entry.Year).Select(year => year.Last());
            found.AddRange(standing
                .Where(entry => inUnit.Any(post => entry.Year >= post.From.Year && (post.To is not { } last || entry.Year <= last.Year)))
                .Select(
                    entry => new UnitAssessment(entry.UnitId, units[entry.UnitId], entry.Year, entry.Result, entry.DecidedOn,
                        entry.DocumentNumber)
                    {
                        Grade = entry.Grade,
                    }));
        }

        return [.. found.OrderBy(entry => entry.Year).ThenBy(entry => entry.UnitId.Value, StringComparer.Ordinal)];
    }

    private static NamedCase CaseOf(CaseRecord record, IReadOnlySet<OfficialId> ids)
    {
        var file = record.State.File;
        return new NamedCase(
            record.CaseId, file.Opening.DocumentNumber, file.Opening.Rung, file.Opening.Unit.UnitId, file.Opening.Unit.Name,
            file.Opening.BeganOn,
            file.EveryLeader.First(leader => ids.Contains(leader.OfficialId)).Role,
            file.Opening.Leaders.Any(leader => ids.Contains(leader.OfficialId)) ? Naming.Stands : Naming.TakenOut,
            CaseStatus.Of(record.State), file.Veto?.Term.From, file.Veto?.Term.End);
    }
}
