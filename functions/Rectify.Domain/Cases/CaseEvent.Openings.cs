using System.Text.Json.Serialization;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

// The entries that open a case.
public abstract partial record CaseEvent
{
    /// <summary>The members that every opening entry of a case has.</summary>
    public interface IOpens
    {
        /// <summary>The unit.</summary>
        ListedUnit Unit { get; }

        /// <summary>What happened.</summary>
        string Facts { get; }

        /// <summary>The leaders who share the unit's sanctions.</summary>
        IReadOnlyList<ListedLeader> Leaders { get; }

        /// <summary>文号 of the decision that opened the case (S14).</summary>
        string DocumentNumber { get; }

        /// <summary>The article on which the decision rests.</summary>
        string LegalBasis { get; }

        /// <summary>The organ that decided.</summary>
        string IssuedBy { get; }

        /// <summary>The policy, fixed when the case opened.</summary>
        Rulebook Rulebook { get; }

        /// <summary>The case on a lower rung that this one follows (S16); null when it stands alone.</summary>
        CaseId? PrecededBy { get; }

        /// <summary>Which of the six grounds for accountability; null for a veto on another ground.</summary>
        AccountabilityGround? Ground { get; }

        /// <summary>How grave the matter is; null for a veto.</summary>
        Severity? Severity { get; }

        /// <summary>The goals that the inspection judges; empty for a veto.</summary>
        IReadOnlyList<string> Goals { get; }

        /// <summary>The period to rectify; null for a veto.</summary>
        Period? Period { get; }

        /// <summary>
        /// The day of the notice, the talk or the listing; for a veto the day of the decision, or of the assessment result that calls for
        /// one.
        /// </summary>
        DateOnly BeganOn { get; }

        /// <summary>The day on which the unit received the document; null when it is not known.</summary>
        DateOnly? ReceivedOn { get; }

        /// <summary>The day of the event; null when none was named.</summary>
        DateOnly? EventOn { get; }

        /// <summary>The day from which the period runs, by the rulebook; for a veto its first day.</summary>
        DateOnly PeriodFrom => Rulebook.PeriodRuleOf(RungOfPeriod)?.CountedFrom switch
        {
            PeriodAnchor.Receipt => ReceivedOn ?? BeganOn,
            PeriodAnchor.Event => EventOn ?? BeganOn,
            _ => BeganOn,
        };

        /// <summary>The rung whose rule counts the period.</summary>
        Rung RungOfPeriod { get; }

        /// <summary>A day on which a report is due that the document itself names; null for none.</summary>
        DateOnly? ReportDueOn { get; }

        /// <summary>An earlier case of the unit that the document names, such as a listing that is renewed; null for none.</summary>
        CaseId? PreviousCaseId { get; }

        /// <summary>The supervision visit whose findings led to the case (S18); null for none.</summary>
        string? VisitId => null;

        /// <summary>The cases that the same document opened, this one among them; null where it lists one unit.</summary>
        IReadOnlyList<SharedCase>? SharedBy => null;

        /// <summary>The codes of the grounds that the rulebook lists; null where none was named.</summary>
        IReadOnlyList<string>? GroundCodes { get; }

        /// <summary>The level of the organ that decided; null where none was named.</summary>
        UnitLevel? IssuerLevel { get; }
    }

    /// <summary>挂牌督办: the unit was placed under supervised rectification.</summary>
    /// <param name="Unit">The unit.</param>
    /// <param name="Ground">Which of the grounds of the rulebook.</param>
    /// <param name="Severity">How grave the matter is.</param>
    /// <param name="Facts">What happened.</param>
    /// <param name="Goals">What the inspection judges.</param>
    /// <param name="ListedOn">The day of the listing.</param>
    /// <param name="ReceivedOn">The day on which the unit received the document; null when it is not known.</param>
    /// <param name="Period">The period that was given.</param>
    /// <param name="Deadline">The last day of that period.</param>
    /// <param name="Leaders">The leaders who share the unit's sanctions.</param>
    /// <param name="DocumentNumber">文号.</param>
    /// <param name="LegalBasis">The article.</param>
    /// <param name="IssuedBy">The organ that issued it.</param>
    /// <param name="Rulebook">The policy.</param>
    /// <param name="PrecededBy">The case on a lower rung that this one follows; null when it stands alone.</param>
    /// <param name="EventOn">The day of the event, from which the period of some rulebooks runs; null when none was named.</param>
    /// <param name="ReportDueOn">A day on which a report is due that the document itself names; null for none.</param>
    /// <param name="PreviousCaseId">An earlier case of the unit that the document names; null for none.</param>
    /// <param name="SharedBy">The cases that the same document opened, this one among them; null where it lists one unit.</param>
    /// <param name="GroundCodes">The codes of the grounds that the rulebook lists; null where none was named.</param>
    public sealed record UnitListed(
        ListedUnit Unit, AccountabilityGround Ground, Severity Severity, string Facts, IReadOnlyList<string> Goals,
        DateOnly ListedOn, DateOnly? ReceivedOn, Period Period, Deadline Deadline, IReadOnlyList<ListedLeader> Leaders,
        string DocumentNumber, string LegalBasis, string IssuedBy, Rulebook Rulebook,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CaseId? PrecededBy = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? EventOn = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? ReportDueOn = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CaseId? PreviousCaseId = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SharedCase>? SharedBy = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? GroundCodes = null)
        : CaseEvent, IOpens
    {
        /// <inheritdoc/>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? VisitId { get; init; }

        /// <inheritdoc/>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public UnitLevel? IssuerLevel { get; init; }

        AccountabilityGround? IOpens.Ground => Ground;

        Severity? IOpens.Severity => Severity;

        Period? IOpens.Period => Period;

        DateOnly IOpens.BeganOn => ListedOn;

        Rung IOpens.RungOfPeriod => Rung.Listing;
    }

    /// <summary>通报、约谈: the unit was admonished and given a period (S16). Nobody is barred by it.</summary>
    /// <param name="Unit">The unit.</param>
    /// <param name="Rung">Notice or talk.</param>
    /// <param name="Ground">Which of the six grounds.</param>
    /// <param name="Severity">How grave the matter is: it decides which rung follows.</param>
    /// <param name="Facts">What happened.</param>
    /// <param name="Goals">What the inspection judges.</param>
    /// <param name="IssuedOn">The day of the notice or of the talk, from which the period runs.</param>
    /// <param name="Period">The period that was given.</param>
    /// <param name="Deadline">The last day of that period.</param>
    /// <param name="Leaders">To whom the notice goes, or who was called to the talk.</param>
    /// <param name="DocumentNumber">文号.</param>
    /// <param name="LegalBasis">The article.</param>
    /// <param name="IssuedBy">The organ that issued it.</param>
    /// <param name="Rulebook">The policy.</param>
    /// <param name="PrecededBy">The case on a lower rung that this one follows; null when it stands alone.</param>
    /// <param name="ReceivedOn">The day on which the unit received the document; null when it is not known.</param>
    /// <param name="EventOn">The day of the event, from which the period of some rulebooks runs; null when none was named.</param>
    /// <param name="ReportDueOn">A day on which a report is due that the document itself names; null for none.</param>
    /// <param name="PreviousCaseId">An earlier case of the unit that the document names; null for none.</param>
    /// <param name="SharedBy">The cases that the same document opened, this one among them; null where it lists one unit.</param>
    /// <param name="GroundCodes">The codes of the grounds that the rulebook lists; null where none was named.</param>
    public sealed record AdmonitionIssued(
        ListedUnit Unit, Rung Rung, AccountabilityGround Ground, Severity Severity, string Facts, IReadOnlyList<string> Goals,
        DateOnly IssuedOn, Period Period, Deadline Deadline, IReadOnlyList<ListedLeader> Leaders,
        string DocumentNumber, string LegalBasis, string IssuedBy, Rulebook Rulebook,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CaseId? PrecededBy = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? ReceivedOn = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? EventOn = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? ReportDueOn = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CaseId? PreviousCaseId = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SharedCase>? SharedBy = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? GroundCodes = null)
        : CaseEvent, IOpens
    {
        /// <inheritdoc/>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? VisitId { get; init; }

        /// <inheritdoc/>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public UnitLevel? IssuerLevel { get; init; }

        AccountabilityGround? IOpens.Ground => Ground;

        Severity? IOpens.Severity => Severity;

        Period? IOpens.Period => Period;

        DateOnly IOpens.BeganOn => IssuedOn;

        Rung IOpens.RungOfPeriod => Rung;
    }
}
