using System.Text.Json.Serialization;
using Rectify.Domain.Assessments;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

// The entry that opens a case with a veto.
public abstract partial record CaseEvent
{
    /// <summary>A case was opened that starts with the veto: V1, V3 or V4, without a listing (S3).</summary>
    /// <param name="Unit">The unit.</param>
    /// <param name="Ground">Why; never a missed deadline.</param>
    /// <param name="AccountabilityGround">Which of the six grounds; null when none was named.</param>
    /// <param name="EventOn">The day of the event, from which V1 counts; null on the other grounds.</param>
    /// <param name="OpenedOn">The day of the decision, or of the result that calls for one.</param>
    /// <param name="Facts">What happened.</param>
    /// <param name="Leaders">The leaders who share the veto.</param>
    /// <param name="DocumentNumber">文号.</param>
    /// <param name="LegalBasis">The article.</param>
    /// <param name="IssuedBy">The organ that decided.</param>
    /// <param name="Rulebook">The policy.</param>
    /// <param name="Assessments">
    /// The two failed years on which V3 rests, the earlier first; null on the other grounds, and in cases opened by hand in earlier
    /// versions, which did not ask for the years.
    /// </param>
    /// <param name="PrecededBy">The case on a lower rung that this one follows (S16); null when it stands alone.</param>
    /// <param name="PreviousCaseId">An earlier case of the unit that the document names; null for none.</param>
    /// <param name="ProposedBy">Who proposed the veto; null where the deciding body decided at once.</param>
    /// <param name="GroundCodes">The codes of the grounds that the rulebook lists; null where none was named.</param>
    public sealed record VetoCaseOpened(
        ListedUnit Unit, VetoGround Ground, AccountabilityGround? AccountabilityGround, DateOnly? EventOn, DateOnly OpenedOn, string Facts,
        IReadOnlyList<ListedLeader> Leaders, string DocumentNumber, string LegalBasis, string IssuedBy, Rulebook Rulebook,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FailedYear>? Assessments = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CaseId? PrecededBy = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CaseId? PreviousCaseId = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ProposedBy = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? GroundCodes = null)
        : CaseEvent, IOpens
    {
        /// <inheritdoc/>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public UnitLevel? IssuerLevel { get; init; }

        /// <summary>The level of the body that proposed the veto; null where none was named.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public UnitLevel? ProposerLevel { get; init; }

        DateOnly? IOpens.ReceivedOn => null;

        DateOnly? IOpens.ReportDueOn => null;

        Rung IOpens.RungOfPeriod => Rung.Veto;

        AccountabilityGround? IOpens.Ground => AccountabilityGround;

        Severity? IOpens.Severity => null;

        IReadOnlyList<string> IOpens.Goals => [];

        Period? IOpens.Period => null;

        DateOnly IOpens.BeganOn => OpenedOn;
    }
}
