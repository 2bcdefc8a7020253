using Rectify.Domain.Assessments;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Cases;

namespace Rectify.Office.Performance;

/// <summary>工作实绩档案 of an official, as of a day. Also its form on the wire.</summary>
/// <param name="OfficialId">Who.</param>
/// <param name="Name">Name.</param>
/// <param name="AsOf">The day of the extract: only what had been entered by the end of that day counts, as it stood then.</param>
/// <param name="Posts">Posts that had begun, in the order of their first days.</param>
/// <param name="Assessments">Results of the units for the years in which the official held a post there.</param>
/// <param name="DutyReports">Reports that were handed in, by year.</param>
/// <param name="Cases">Cases in which the official was named.</param>
/// <param name="Sanctions">Bars of the official, with first and last day.</param>
/// <param name="Commendations">Commendations that were entered, by day.</param>
public sealed record PerformanceRecord(
    OfficialId OfficialId, string Name, DateOnly AsOf, IReadOnlyList<HeldPost> Posts, IReadOnlyList<UnitAssessment> Assessments,
    IReadOnlyList<SubmittedReport> DutyReports, IReadOnlyList<NamedCase> Cases, IReadOnlyList<SanctionView> Sanctions,
    IReadOnlyList<ReceivedCommendation> Commendations);

/// <summary>A post.</summary>
/// <param name="UnitId">Unit of the post.</param>
/// <param name="Unit">Its name in the register.</param>
/// <param name="Post">Title of the post.</param>
/// <param name="Role">Part in the unit's responsibility.</param>
/// <param name="Responsibility">Responsibility for the unit; null when none was entered.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null while the post was held on the day of the record.</param>
public sealed record HeldPost(UnitId UnitId, string Unit, string Post, LeaderRole Role, Responsibility? Responsibility, DateOnly From,
    DateOnly? To);

/// <summary>The assessment of a unit for a year.</summary>
public sealed record UnitAssessment(UnitId UnitId, string Unit, int Year, AssessmentResult Result, DateOnly DecidedOn,
    string? DocumentNumber)
{
    /// <summary>The grade, where the rulebook of the year has grades; null where none was named.</summary>
    public EnteredGrade? Grade { get; init; }
}

/// <summary>A report on a year.</summary>
public sealed record SubmittedReport(int Year, DateOnly SubmittedOn, string Summary);

/// <summary>A case in which an official was named.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="DocumentNumber">文号 of the decision that opened it.</param>
/// <param name="Rung">The rung of the ladder on which it began (S16).</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Unit">Its name in the case.</param>
/// <param name="OpenedOn">Day of the notice, talk or listing, or on which the veto was entered.</param>
/// <param name="Role">The part that the official had.</param>
/// <param name="Named">Whether the list of leaders still had the official, or a correction had taken the name out.</param>
/// <param name="Status">The state of the case on that day.</param>
/// <param name="VetoFrom">First barred day of a veto; null when there was none.</param>
/// <param name="VetoTo">Last barred day of it.</param>
public sealed record NamedCase(
    CaseId CaseId, string DocumentNumber, Rung Rung, UnitId UnitId, string Unit, DateOnly OpenedOn, LeaderRole Role, Naming Named,
    CaseStatus Status, DateOnly? VetoFrom, DateOnly? VetoTo);

/// <summary>Whether an official counts as one of a case's leaders.</summary>
public enum Naming
{
    /// <summary>The official is in the list of leaders.</summary>
    Stands,

    /// <summary>A correction took the official out of the list.</summary>
    TakenOut,
}

/// <summary>A commendation.</summary>
public sealed record ReceivedCommendation(string CommendationId, string Title, string AwardedBy, DateOnly AwardedOn, string? DocumentNumber,
    string? Citation);
