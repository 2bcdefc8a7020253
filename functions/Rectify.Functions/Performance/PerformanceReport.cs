using System.Globalization;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Terms;
using Rectify.Domain.YearlyCycle;
using Rectify.Functions.Assessments;
using Rectify.Functions.Cases;
using Rectify.Functions.Http;
using Rectify.Functions.Registry;
using Rectify.Functions.YearlyCycle;

namespace Rectify.Functions.Performance;

/// <summary>Puts the record of an official together from ledger, register and books. Nothing of it is stored.</summary>
/// <remarks>What was entered after the day is left out, so that the same extract comes out again; posts are those that the register knows now.</remarks>
internal sealed class PerformanceReport(
    SubjectFile subjects, IRegistry registry, PostArchive posts, IYearlyBook book, IAssessmentBook assessments, TimeProvider clock)
{
    /// <summary>The record as of a day, today unless told; a problem with a day that is not over.</summary>
    public async Task<Outcome<PerformanceRecord>> OfAsync(Official official, DateOnly? asked, CancellationToken cancellation)
    {
        var (now, today) = (clock.GetUtcNow(), LocalDay.Of(clock.GetUtcNow()));
        var asOf = asked ?? today;
        if (asOf > today)
            return Problem.Rule("date-out-of-range", "asOf", $"asOf: today, {today:yyyy-MM-dd}, or before; got {asOf:yyyy-MM-dd}. (Y3)");

        // The last instant of the day: what happens at 24:00 belongs to the next.
        var until = asOf == today ? now : LocalDay.EndOf(asOf).AddTicks(-1);
        var subject = new Subject.Official(official.OfficialId);
        // The index knows who was named later too.
        var cases = (await subjects.FindAsync(subject, until, cancellation))?.Cases
            .Where(record => record.State.File.EveryLeader.Any(leader => leader.OfficialId == official.OfficialId)).ToList() ?? [];
        var held = (await posts.PostsOfAsync(official, cancellation)).Where(post => post.From <= asOf).ToList();
        var units = (await registry.FindUnitsAsync([.. held.Select(post => post.UnitId)], cancellation)).ToDictionary(unit => unit.UnitId, unit => unit.Name);
        return new PerformanceRecord(
            official.OfficialId, official.Name, asOf,
            [.. held.Select(post => new HeldPost(post.UnitId, units[post.UnitId], post.Title, post.Role, post.Responsibility, post.From, post.To <= asOf ? post.To : null))],
            await AssessmentsAsync(held, units, until, cancellation),
            [
                .. from entry in await StandingAsync(YearlyBookName.Reports, subject, until, cancellation)
                   let report = (YearlyContent.Report)entry.Content!
                   orderby entry.Item
                   select new SubmittedReport(int.Parse(entry.Item, CultureInfo.InvariantCulture), report.SubmittedOn, report.Summary),
            ],
            [.. cases.Select(record => CaseOf(record, official.OfficialId)).OrderBy(named => named.OpenedOn).ThenBy(named => named.CaseId.Value, StringComparer.Ordinal)],
            [
                .. from record in cases
                   from sanction in record.State.File.Sanctions
                   where sanction.Subject == subject
                   orderby sanction.Term.From, sanction.Id.Value
                   select SanctionView.Of(record.CaseId, sanction, record.State.File.DocumentNumberOf(sanction.Measure), asOf),
            ],
            [
                .. from entry in await StandingAsync(YearlyBookName.Commendations, subject, until, cancellation)
                   let commendation = (YearlyContent.Commendation)entry.Content!
                   orderby commendation.AwardedOn, entry.Item
                   select new ReceivedCommendation(entry.Item, commendation.Title, commendation.AwardedBy, commendation.AwardedOn, commendation.DocumentNumber, commendation.Citation),
            ]);
    }

    private async Task<IReadOnlyList<YearlyEntry>> StandingAsync(YearlyBookName name, Subject subject, DateTimeOffset until, CancellationToken cancellation) =>
        YearlyEntry.Standing((await book.EntriesOfAsync(name, subject, cancellation)).Where(entry => entry.At <= until));

    // The years of which a part, be it a day, falls into the post.
    private async Task<IReadOnlyList<UnitAssessment>> AssessmentsAsync(
        IReadOnlyList<YearlyContent.Post> held, IReadOnlyDictionary<UnitId, string> units, DateTimeOffset until, CancellationToken cancellation)
    {
        List<UnitAssessment> found = [];
        foreach (var inUnit in held.GroupBy(post => post.UnitId))
        {
            var standing = (await assessments.EntriesOfAsync(inUnit.Key, cancellation)).Where(entry => entry.At <= until)
                .GroupBy(entry => entry.Year).Select(year => year.Last());
            found.AddRange(standing
                .Where(entry => inUnit.Any(post => entry.Year >= post.From.Year && (post.To is not { } last || entry.Year <= last.Year)))
                .Select(entry => new UnitAssessment(entry.UnitId, units[entry.UnitId], entry.Year, entry.Result, entry.DecidedOn, entry.DocumentNumber)));
        }

        return [.. found.OrderBy(entry => entry.Year).ThenBy(entry => entry.UnitId.Value, StringComparer.Ordinal)];
    }

    private static NamedCase CaseOf(CaseRecord record, OfficialId id)
    {
        var file = record.State.File;
        return new NamedCase(
            record.CaseId, file.Opening.DocumentNumber, file.Opening.Rung, file.Opening.Unit.UnitId, file.Opening.Unit.Name, file.Opening.BeganOn,
            file.EveryLeader.Single(leader => leader.OfficialId == id).Role,
            file.Opening.Leaders.Any(leader => leader.OfficialId == id) ? Naming.Stands : Naming.TakenOut,
            CaseStatus.Of(record.State), file.Veto?.Term.From, file.Veto?.Term.End);
    }
}
