using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;

namespace Rectify.Domain.Cases;

/// <summary>What a case is about: the entry that opened it, with later corrections applied.</summary>
public abstract record Opening
{
    private Opening()
    {
    }

    /// <summary>The unit.</summary>
    public ListedUnit Unit => Entered.Unit;

    /// <summary>What happened.</summary>
    public string Facts => Entered.Facts;

    /// <summary>The leaders who share the unit's sanctions.</summary>
    public IReadOnlyList<ListedLeader> Leaders => Entered.Leaders;

    /// <summary>文号 of the decision that opened the case (S14).</summary>
    public string DocumentNumber => Entered.DocumentNumber;

    /// <summary>The article on which the decision rests.</summary>
    public string LegalBasis => Entered.LegalBasis;

    /// <summary>The organ that decided.</summary>
    public string IssuedBy => Entered.IssuedBy;

    /// <summary>The level of that organ; null where none was named.</summary>
    public UnitLevel? IssuerLevel => Entered.IssuerLevel;

    /// <summary>The policy, fixed when the case opened.</summary>
    public Rulebook Rulebook => Entered.Rulebook;

    /// <summary>The case on a lower rung that this one follows (S16); null when it stands alone.</summary>
    public CaseId? PrecededBy => Entered.PrecededBy;

    /// <summary>Which of the six grounds for accountability; null for a veto on another ground.</summary>
    public AccountabilityGround? Ground => Entered.Ground;

    /// <summary>The grounds that were named by code, as the rulebook of the case lists them; empty where none was.</summary>
    public IReadOnlyList<GroundRule> Grounds =>
        [.. (Entered.GroundCodes ?? []).Select(code => Rulebook.Ground(code)).OfType<GroundRule>()];

    /// <summary>How grave the matter is; null for a veto.</summary>
    public Severity? Severity => Entered.Severity;

    /// <summary>The goals that the inspection judges; empty for a veto.</summary>
    public IReadOnlyList<string> Goals => Entered.Goals;

    /// <summary>The period to rectify; null for a veto.</summary>
    public Period? Period => Entered.Period;

    /// <summary>
    /// The day of the notice, the talk or the listing; for a veto the day of the decision, or of the assessment result that calls for one.
    /// </summary>
    public DateOnly BeganOn => Entered.BeganOn;

    /// <summary>The day from which the period runs, by the rulebook; for a veto its first day.</summary>
    public DateOnly PeriodFrom => Entered.PeriodFrom;

    /// <summary>The day on which the unit received the document; null when it is not known.</summary>
    public DateOnly? ReceivedOn => Entered.ReceivedOn;

    /// <summary>The day of the event; null when none was named.</summary>
    public DateOnly? EventOn => Entered.EventOn;

    /// <summary>A day on which a report is due that the document itself names; null for none.</summary>
    public DateOnly? ReportDueOn => Entered.ReportDueOn;

    /// <summary>An earlier case of the unit that the document names; null for none.</summary>
    public CaseId? PreviousCaseId => Entered.PreviousCaseId;

    /// <summary>The supervision visit whose findings led to the case (S18); null for none.</summary>
    public string? VisitId => Entered.VisitId;

    /// <summary>The cases that the same document opened, this one among them; empty where it lists one unit.</summary>
    public IReadOnlyList<SharedCase> SharedBy => Entered.SharedBy ?? [];

    /// <summary>Whether a case of this document holds its number: the first of several does so for all of them.</summary>
    public bool HoldsNumber(CaseId caseId) => SharedBy is not [var first, ..] || first.CaseId == caseId;

    /// <summary>The rung on which the case begins.</summary>
    public abstract Rung Rung { get; }

    /// <summary>The entry that opened the case, with later corrections applied.</summary>
    protected abstract CaseEvent.IOpens Entered { get; }

    /// <summary>The same with a correction applied.</summary>
    public Opening With(CaseEvent.CaseCorrected correction) =>
        Corrected(correction, correction.Opening ?? new OpeningCorrection());

    // The list of the units of a document names the right one too.
    private static IReadOnlyList<SharedCase>? SharedAfter(CaseEvent.IOpens entered, ListedUnit? unit) => unit is null
        ? entered.SharedBy
        : entered.SharedBy?.Select(
            shared => shared.UnitId == entered.Unit.UnitId ? shared with { UnitId = unit.UnitId, Name = unit.Name } : shared).ToList();

    /// <summary>The same with a correction applied; <paramref name="fields"/> are those that not every correction has.</summary>
    protected abstract Opening Corrected(CaseEvent.CaseCorrected correction, OpeningCorrection fields);

    /// <summary>A case that starts with a notice or a talk (S16).</summary>
    public sealed record Admonition(CaseEvent.AdmonitionIssued Entry) : Opening
    {
        /// <inheritdoc/>
        public override Rung Rung => Entry.Rung;

        /// <inheritdoc/>
        protected override CaseEvent.IOpens Entered => Entry;

        /// <inheritdoc/>
        protected override Opening Corrected(CaseEvent.CaseCorrected correction, OpeningCorrection fields) => this with
        {
            Entry = Entry with
            {
                Facts = correction.Facts ?? Entry.Facts,
                DocumentNumber = correction.DocumentNumber ?? Entry.DocumentNumber,
                Leaders = correction.Leaders ?? Entry.Leaders,
                Unit = fields.Unit ?? Entry.Unit,
                IssuedOn = fields.BeganOn ?? Entry.IssuedOn,
                EventOn = fields.EventOn ?? Entry.EventOn,
                LegalBasis = fields.LegalBasis ?? Entry.LegalBasis,
                IssuedBy = fields.IssuedBy ?? Entry.IssuedBy,
                PreviousCaseId = fields.PreviousCaseId ?? Entry.PreviousCaseId,
                GroundCodes = fields.GroundCodes ?? Entry.GroundCodes,
                Ground = fields.Ground ?? Entry.Ground,
                Severity = fields.Severity ?? Entry.Severity,
                Goals = fields.Goals ?? Entry.Goals,
                ReceivedOn = fields.ReceivedOn ?? Entry.ReceivedOn,
                Period = fields.Period ?? Entry.Period,
                Deadline = correction.Deadlines is [var deadline, ..] ? deadline : Entry.Deadline,
                ReportDueOn = fields.ReportDueOn ?? Entry.ReportDueOn,
                SharedBy = SharedAfter(Entry, fields.Unit),
            },
        };
    }

    /// <summary>A case that starts with a listing.</summary>
    public sealed record Listing(CaseEvent.UnitListed Entry) : Opening
    {
        /// <inheritdoc/>
        public override Rung Rung => Rung.Listing;

        /// <inheritdoc/>
        protected override CaseEvent.IOpens Entered => Entry;

        /// <inheritdoc/>
        protected override Opening Corrected(CaseEvent.CaseCorrected correction, OpeningCorrection fields) => this with
        {
            Entry = Entry with
            {
                Facts = correction.Facts ?? Entry.Facts,
                DocumentNumber = correction.DocumentNumber ?? Entry.DocumentNumber,
                Leaders = correction.Leaders ?? Entry.Leaders,
                Unit = fields.Unit ?? Entry.Unit,
                ListedOn = fields.BeganOn ?? Entry.ListedOn,
                EventOn = fields.EventOn ?? Entry.EventOn,
                LegalBasis = fields.LegalBasis ?? Entry.LegalBasis,
                IssuedBy = fields.IssuedBy ?? Entry.IssuedBy,
                PreviousCaseId = fields.PreviousCaseId ?? Entry.PreviousCaseId,
                GroundCodes = fields.GroundCodes ?? Entry.GroundCodes,
                Ground = fields.Ground ?? Entry.Ground,
                Severity = fields.Severity ?? Entry.Severity,
                Goals = fields.Goals ?? Entry.Goals,
                ReceivedOn = fields.ReceivedOn ?? Entry.ReceivedOn,
                Period = fields.Period ?? Entry.Period,
                Deadline = correction.Deadlines is [var deadline, ..] ? deadline : Entry.Deadline,
                ReportDueOn = fields.ReportDueOn ?? Entry.ReportDueOn,
                SharedBy = SharedAfter(Entry, fields.Unit),
            },
        };
    }

    /// <summary>A case that starts with the veto (V1, V3, V4).</summary>
    public sealed record DirectVeto(CaseEvent.VetoCaseOpened Entry) : Opening
    {
        /// <inheritdoc/>
        public override Rung Rung => Rung.Veto;

        /// <inheritdoc/>
        protected override CaseEvent.IOpens Entered => Entry;

        /// <inheritdoc/>
        protected override Opening Corrected(CaseEvent.CaseCorrected correction, OpeningCorrection fields) => this with
        {
            Entry = Entry with
            {
                Facts = correction.Facts ?? Entry.Facts,
                DocumentNumber = correction.DocumentNumber ?? Entry.DocumentNumber,
                Leaders = correction.Leaders ?? Entry.Leaders,
                Unit = fields.Unit ?? Entry.Unit,
                OpenedOn = fields.BeganOn ?? Entry.OpenedOn,
                EventOn = fields.EventOn ?? Entry.EventOn,
                LegalBasis = fields.LegalBasis ?? Entry.LegalBasis,
                IssuedBy = fields.IssuedBy ?? Entry.IssuedBy,
                PreviousCaseId = fields.PreviousCaseId ?? Entry.PreviousCaseId,
                GroundCodes = fields.GroundCodes ?? Entry.GroundCodes,
                AccountabilityGround = fields.Ground ?? Entry.AccountabilityGround,
                ProposedBy = fields.ProposedBy ?? Entry.ProposedBy,
            },
        };
    }
}
