using System.Text.Json.Serialization;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.YearlyCycle;

/// <summary>The content of an entry in a yearly book. It is stored, so names and members must not change.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Letter), "letter")]
[JsonDerivedType(typeof(Report), "report")]
[JsonDerivedType(typeof(Done), "done")]
[JsonDerivedType(typeof(Visit), "visit")]
[JsonDerivedType(typeof(Commendation), "commendation")]
[JsonDerivedType(typeof(Post), "post")]
[JsonDerivedType(typeof(SamePerson), "samePerson")]
public abstract record YearlyContent
{
    private YearlyContent()
    {
    }

    /// <summary>目标责任书 of a unit for a year.</summary>
    /// <param name="SignedOn">The day on which it was signed.</param>
    /// <param name="SignedBy">Who signed for the unit.</param>
    /// <param name="SignedWith">The organ with which it was signed.</param>
    /// <param name="DocumentNumber">文号; null when it has none.</param>
    /// <param name="Remarks">Remarks of the office; null when there are none.</param>
    public sealed record Letter(DateOnly SignedOn, string SignedBy, string SignedWith, string? DocumentNumber = null,
        string? Remarks = null) : YearlyContent;

    /// <summary>述职报告 of an official on a year.</summary>
    /// <param name="SubmittedOn">The day on which it was handed in.</param>
    /// <param name="Summary">What it says, in short.</param>
    /// <param name="Evidence">Documents with it.</param>
    public sealed record Report(DateOnly SubmittedOn, string Summary, IReadOnlyList<Evidence> Evidence) : YearlyContent;

    /// <summary>A duty of the rulebook's own table, such as the year-end summary (年终工作总结), that was done.</summary>
    /// <param name="DoneOn">The day on which it was done or handed in.</param>
    /// <param name="Summary">What it says, in short; null when that was not entered.</param>
    /// <param name="DocumentNumber">文号; null when it has none.</param>
    /// <param name="Evidence">Documents with it.</param>
    public sealed record Done(DateOnly DoneOn, string? Summary, string? DocumentNumber, IReadOnlyList<Evidence> Evidence) : YearlyContent;

    /// <summary>督促检查、明察暗访: a supervision visit to a unit, with or without a running case (S18).</summary>
    /// <param name="VisitedOn">The day of the visit.</param>
    /// <param name="VisitKind">Whether it was announced.</param>
    /// <param name="VisitedBy">Who visited.</param>
    /// <param name="Findings">What was found.</param>
    /// <param name="CaseId">The case of the unit that it was about; null for none.</param>
    /// <param name="Evidence">Documents with it.</param>
    public sealed record Visit(
        DateOnly VisitedOn, VisitKind VisitKind, string VisitedBy, string Findings, CaseId? CaseId, IReadOnlyList<Evidence> Evidence)
        : YearlyContent;

    /// <summary>表彰奖励 of an official.</summary>
    /// <param name="Title">Title of honour or award.</param>
    /// <param name="AwardedBy">The organ that gave it.</param>
    /// <param name="AwardedOn">The day of the decision.</param>
    /// <param name="DocumentNumber">文号 of the decision; null when it has none.</param>
    /// <param name="Citation">What it was given for; null when that was not entered.</param>
    public sealed record Commendation(string Title, string AwardedBy, DateOnly AwardedOn, string? DocumentNumber = null,
        string? Citation = null) : YearlyContent;

    /// <summary>One person is in the register under two ids: what bars one id bars the other.</summary>
    /// <param name="OtherId">The other id.</param>
    public sealed record SamePerson(OfficialId OtherId) : YearlyContent;

    /// <summary>A post that an official has left, as stored by earlier versions, whose register held the present post only.</summary>
    /// <param name="UnitId">Unit of the post.</param>
    /// <param name="Title">Title of the post.</param>
    /// <param name="Role">Part in the unit's responsibility, as the register had it.</param>
    /// <param name="Responsibility">Responsibility for the unit; null when none was entered.</param>
    /// <param name="From">First day in it.</param>
    /// <param name="To">Last day in it; null only for the present post, which is not stored here.</param>
    public sealed record Post(UnitId UnitId, string Title, LeaderRole Role, Responsibility? Responsibility, DateOnly From, DateOnly? To)
        : YearlyContent;
}
