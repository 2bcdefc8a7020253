using Rectify.Board.Cases;
using Rectify.Board.Health;
using Rectify.Board.Register;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;

namespace Rectify.Board.Registry;

/// <summary>The page of a unit: its register entry, officials, cases and sanctions.</summary>
/// <param name="UnitId">The id of the unit.</param>
/// <param name="Facts">What the register says.</param>
/// <param name="Officials">The unit's officials, those who hold their post first.</param>
/// <param name="Cases">The unit's latest cases.</param>
/// <param name="MoreCases">The address of the list of all its cases.</param>
/// <param name="Sanctions">The unit's sanctions, and those of the units whose successor it is.</param>
/// <param name="Actions">What the reader may do.</param>
public sealed record UnitModel(
    string UnitId, IReadOnlyList<RegisterFact> Facts, IReadOnlyList<OfficialRow> Officials, IReadOnlyList<CaseListRow> Cases,
    string MoreCases,
    IReadOnlyList<SubjectSanction> Sanctions, IReadOnlyList<CaseLink> Actions)
{
    /// <summary>The supervision visits to the unit, the latest first.</summary>
    public IReadOnlyList<VisitRow> Visits { get; init; } = [];

    /// <summary>Cases of the unit that cannot be read.</summary>
    public IReadOnlyList<UnreadableCaseLine> Unreadable { get; init; } = [];
}

/// <summary>The page of an official: posts, the cases that name the person, and sanctions.</summary>
/// <param name="Facts">What the register says.</param>
/// <param name="Posts">All known posts, the present one last.</param>
/// <param name="Named">The cases that name the person, with the post at the time.</param>
/// <param name="Sanctions">The person's sanctions.</param>
/// <param name="Commendations">The person's commendations, the latest first.</param>
/// <param name="Actions">What the reader may do.</param>
public sealed record OfficialModel(
    IReadOnlyList<RegisterFact> Facts, IReadOnlyList<PostLine> Posts, IReadOnlyList<NamedIn> Named,
    IReadOnlyList<SubjectSanction> Sanctions,
    IReadOnlyList<CommendationRow> Commendations, IReadOnlyList<CaseLink> Actions)
{
    /// <summary>Cases that name the person and cannot be read.</summary>
    public IReadOnlyList<UnreadableCaseLine> Unreadable { get; init; } = [];

    /// <summary>The other ids of the same person in the register.</summary>
    public IReadOnlyList<OtherId> Joined { get; init; } = [];

    /// <summary>Warnings about the entry.</summary>
    public IReadOnlyList<Bilingual> Warnings { get; init; } = [];
}

/// <summary>Another id of the same person.</summary>
/// <param name="OfficialId">The id.</param>
/// <param name="Undo">
/// The address at which the reader can record that the ids are different persons after all; null when the reader may not, or when the two
/// ids are joined through a third.
/// </param>
public sealed record OtherId(string OfficialId, string? Undo);

/// <summary>A commendation of an official.</summary>
/// <param name="Title">Title of honour or award.</param>
/// <param name="AwardedBy">The organ that gave it.</param>
/// <param name="AwardedOn">The day of the decision.</param>
/// <param name="Entry">The address at which the reader can correct it; null when the reader may not.</param>
public sealed record CommendationRow(string Title, string AwardedBy, DateOnly AwardedOn, string? Entry);

/// <summary>A post that an official has or had.</summary>
/// <param name="UnitId">The unit of the post.</param>
/// <param name="UnitName">The unit's name; null when the register does not hold it.</param>
/// <param name="Post">The title of the post.</param>
/// <param name="Role">Part in the unit's responsibility.</param>
/// <param name="From">First day in the post.</param>
/// <param name="To">Last day in the post; null while it is held.</param>
public sealed record PostLine(string UnitId, string? UnitName, string Post, LeaderRole Role, DateOnly From, DateOnly? To);

/// <summary>A case that names an official.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="DocumentNumber">The case's document number.</param>
/// <param name="UnitName">The name of the case's unit.</param>
/// <param name="Post">The person's post when the measure was taken.</param>
/// <param name="Role">The person's role in the case.</param>
public sealed record NamedIn(string CaseId, string DocumentNumber, string UnitName, string Post, LeaderRole Role);

/// <summary>A sanction of a subject, with its status on a day.</summary>
/// <param name="CaseId">The case of the sanction.</param>
/// <param name="DocumentNumber">The number of the decision.</param>
/// <param name="Whose">
/// Who is barred, when it is not the subject of the page itself: a unit whose successor it is, or the person under another id. Otherwise
/// null.
/// </param>
/// <param name="Measure">The measure.</param>
/// <param name="Bars">What the sanction bars from.</param>
/// <param name="From">First barred day.</param>
/// <param name="To">Last barred day; null while it is not known (S4).</param>
/// <param name="Status">The status on the day.</param>
public sealed record SubjectSanction(
    string CaseId, string DocumentNumber, Bilingual? Whose, Measure Measure, Bars Bars, DateOnly From, DateOnly? To, SanctionStatus Status);
