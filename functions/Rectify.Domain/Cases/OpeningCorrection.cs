using System.Text.Json.Serialization;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>What a correction puts in the place of what the opening says; a null member stays as it is.</summary>
public sealed record OpeningCorrection
{
    /// <summary>The unit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ListedUnit? Unit { get; init; }

    /// <summary>Which of the grounds for accountability.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AccountabilityGround? Ground { get; init; }

    /// <summary>The codes of the grounds that the rulebook lists, all of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? GroundCodes { get; init; }

    /// <summary>How grave the matter is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Severity? Severity { get; init; }

    /// <summary>The goals, all of them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Goals { get; init; }

    /// <summary>The day of the measure.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? BeganOn { get; init; }

    /// <summary>The day on which the unit received the document.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>The day of the event.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? EventOn { get; init; }

    /// <summary>The period to rectify.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Period? Period { get; init; }

    /// <summary>A day on which a report is due that the document itself names.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? ReportDueOn { get; init; }

    /// <summary>The article on which the decision rests.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LegalBasis { get; init; }

    /// <summary>The organ that decided.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? IssuedBy { get; init; }

    /// <summary>An earlier case of the unit that the document names.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CaseId? PreviousCaseId { get; init; }

    /// <summary>Who proposed a veto without a listing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ProposedBy { get; init; }

    /// <summary>Whether a day or a length changes from which the deadline is counted.</summary>
    internal bool MovesDates => BeganOn is not null || ReceivedOn is not null || EventOn is not null || Period is not null;

    /// <summary>What of it differs from what stands; null when nothing does.</summary>
    internal OpeningCorrection? In(Opening opening)
    {
        var differs = new OpeningCorrection
        {
            Unit = Unit is not null && Unit != opening.Unit ? Unit : null,
            Ground = Other(Ground, opening.Ground),
            GroundCodes = GroundCodes is not null && !GroundCodes.SequenceEqual(opening.Grounds.Select(ground => ground.Code)) ? GroundCodes
                : null,
            Severity = Other(Severity, opening.Severity),
            Goals = Goals is not null && !Goals.SequenceEqual(opening.Goals) ? Goals : null,
            BeganOn = Other(BeganOn, opening.BeganOn),
            ReceivedOn = Other(ReceivedOn, opening.ReceivedOn),
            EventOn = Other(EventOn, opening.EventOn),
            Period = Period is not null && Period != opening.Period ? Period : null,
            ReportDueOn = Other(ReportDueOn, opening.ReportDueOn),
            LegalBasis = LegalBasis == opening.LegalBasis ? null : LegalBasis,
            IssuedBy = IssuedBy == opening.IssuedBy ? null : IssuedBy,
            PreviousCaseId = Other(PreviousCaseId, opening.PreviousCaseId),
            ProposedBy = ProposedBy == (opening as Opening.DirectVeto)?.Entry.ProposedBy ? null : ProposedBy,
        };
        return differs == new OpeningCorrection() ? null : differs;
    }

    private static T? Other<T>(T? given, T? stands) where T : struct => given.Equals(stands) ? null : given;
}
