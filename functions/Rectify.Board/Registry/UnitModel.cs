using Rectify.Board.Cases;
using Rectify.Board.Health;
using Rectify.Board.Register;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;

namespace Rectify.Board.Registry;

/// <summary>A unit: what the register says, who leads it, its cases and its sanctions.</summary>
/// <param name="UnitId">Its id.</param>
/// <param name="Facts">What the register says.</param>
/// <param name="Officials">Its officials, those in their post first.</param>
/// <param name="Cases">Its last cases.</param>
/// <param name="MoreCases">Where all of them are.</param>
/// <param name="Sanctions">Its sanctions, and those of the units whose place it took.</param>
/// <param name="Actions">What the reader may do.</param>
public sealed record UnitModel(
    string UnitId, IReadOnlyList<RegisterFact> Facts, IReadOnlyList<OfficialRow> Officials, IReadOnlyList<CaseListRow> Cases,
    string MoreCases,
    IReadOnlyList<SubjectSanction> Sanctions, IReadOnlyList<CaseLink> Actions)
{
    /// <summary>Cases of the unit that cannot be read.</summary>
    public IReadOnlyList<UnreadableCaseLine> Unreadable { get; init; } = [];
}

/// <summary>An official: the post, and every case that names the person.</summary>
/// <param name="Facts">What the register says.</param>
/// <param name="Posts">Every post that is known, the present one last.</param>
/// <param name="Named">The cases that name the person, with the post of that time.</param>
/// <param name="Sanctions">The person's sanctions.</param>
/// <param name="Commendations">The person's commendations, the last first.</param>
/// <param name="Actions">What the reader may do.</param>
public sealed record OfficialModel(
    IReadOnlyList<RegisterFact> Facts, IReadOnlyList<PostLine> Posts, IReadOnlyList<NamedIn> Named,
    IReadOnlyList<SubjectSanction> Sanctions,
    IReadOnlyList<CommendationRow> Commendations, IReadOnlyList<CaseLink> Actions)
{
    /// <summary>Cases that name the person and cannot be read.</summary>
    public IReadOnlyList<UnreadableCaseLine> Unreadable { get; init; } = [];

    /// <summary>The other ids under which the person stands in the register.</summary>
    public IReadOnlyList<OtherId> Joined { get; init; } = [];

    /// <summary>What should be known of the entry.</summary>
    public IReadOnlyList<Bilingual> Warnings { get; init; } = [];
}

/// <summary>Another id of the same person.</summary>
/// <param name="OfficialId">The id.</param>
/// <param name="Undo">
/// Where the reader says that it is another person after all; null when the reader does not, or the two are joined through a third.
/// </param>
public sealed record OtherId(string OfficialId, string? Undo);

/// <summary>A commendation of an official.</summary>
/// <param name="Title">Title of honour or award.</param>
/// <param name="AwardedBy">The organ that gave it.</param>
/// <param name="AwardedOn">The day of the decision.</param>
/// <param name="Entry">Where the reader corrects it; null when the reader does not.</param>
public sealed record CommendationRow(string Title, string AwardedBy, DateOnly AwardedOn, string? Entry);

/// <summary>A post that an official has or had.</summary>
/// <param name="UnitId">Its unit.</param>
/// <param name="UnitName">The unit's name; null when the register does not hold it.</param>
/// <param name="Post">Its title.</param>
/// <param name="Role">Part in the unit's responsibility.</param>
/// <param name="From">First day in it.</param>
/// <param name="To">Last day in it; null while it is held.</param>
public sealed record PostLine(string UnitId, string? UnitName, string Post, LeaderRole Role, DateOnly From, DateOnly? To);

/// <summary>A case that names an official.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="DocumentNumber">Its number.</param>
/// <param name="UnitName">Its unit.</param>
/// <param name="Post">The person's post when the measure was taken.</param>
/// <param name="Role">The part in it.</param>
public sealed record NamedIn(string CaseId, string DocumentNumber, string UnitName, string Post, LeaderRole Role);

/// <summary>A sanction of a subject, seen on a day.</summary>
/// <param name="CaseId">The case it comes from.</param>
/// <param name="DocumentNumber">The number of the decision.</param>
/// <param name="Whose">
/// Who is barred, when it is not the subject of the page itself but one whose place it took, or the person under another id; null else.
/// </param>
/// <param name="Measure">The measure.</param>
/// <param name="Bars">What is lost.</param>
/// <param name="From">First barred day.</param>
/// <param name="To">Last barred day; null while it is not known (S4).</param>
/// <param name="Status">How it stands on the day.</param>
public sealed record SubjectSanction(
    string CaseId, string DocumentNumber, Bilingual? Whose, Measure Measure, Bars Bars, DateOnly From, DateOnly? To, SanctionStatus Status);
