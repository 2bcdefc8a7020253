using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;
using Rectify.Office.Cases;

namespace Rectify.Office.TakeOvers;

/// <summary>What a request took over, or would take over.</summary>
/// <param name="Source">The ledger from which it came.</param>
/// <param name="VouchedBy">Who vouches for the history.</param>
/// <param name="DryRun">Whether nothing was recorded.</param>
/// <param name="Cases">The cases, in the order of the request.</param>
public sealed record TakeOverView(string Source, string VouchedBy, bool DryRun, IReadOnlyList<TakenOverCase> Cases);

/// <summary>A case that is taken over.</summary>
/// <param name="CaseId">The case, which follows from its number.</param>
/// <param name="DocumentNumber">The number of its document.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Status">Where it stands at 00:00 of the day of the take-over.</param>
/// <param name="Deadline">The last day of its period; null for a veto without a listing.</param>
/// <param name="Bars">Whom it bars or barred, from which day to which.</param>
/// <param name="Next">The day of the next step; null when nothing is to come.</param>
/// <param name="Before">Whether an earlier request has taken it over already.</param>
public sealed record TakenOverCase(
    CaseId CaseId, string DocumentNumber, UnitId UnitId, string UnitName, CaseStatus Status, DateOnly? Deadline,
    IReadOnlyList<TakenOverBar> Bars, DateOnly? Next, bool Before)
{
    /// <summary>The view of a case.</summary>
    public static TakenOverCase Of(CaseRecord record, WorkingCalendar calendar, bool before)
    {
        var file = record.State.File;
        return new TakenOverCase(
            record.CaseId, file.Opening.DocumentNumber, file.Opening.Unit.UnitId, file.Opening.Unit.Name, CaseStatus.Of(record.State),
            file.Deadline?.Effective,
            [.. file.Sanctions.Select(sanction => TakenOverBar.Of(sanction, file)).OfType<TakenOverBar>()],
            Schedule.Of(record.State, calendar) is [var next, ..] ? next.Day : null, before);
    }
}

/// <summary>A bar that follows from a case that is taken over.</summary>
/// <param name="Subject">Who is barred.</param>
/// <param name="Name">The name on the document.</param>
/// <param name="Measure">By which measure.</param>
/// <param name="From">The first barred day.</param>
/// <param name="To">The last barred day; null while the listing lasts.</param>
public sealed record TakenOverBar(Subject Subject, string Name, Measure Measure, DateOnly From, DateOnly? To)
{
    /// <summary>The bar of a sanction; null when a revocation left no barred day.</summary>
    public static TakenOverBar? Of(Sanction sanction, CaseFile file) => sanction.Barred is { } days
        ? new TakenOverBar(sanction.Subject, NameOf(sanction.Subject, file), sanction.Measure, days.From, days.End)
        : null;

    private static string NameOf(Subject subject, CaseFile file) => subject is Subject.Official official
        ? file.EveryLeader.FirstOrDefault(leader => leader.OfficialId == official.Id)?.Name ?? official.Id.Value
        : file.Opening.Unit.Name;
}
