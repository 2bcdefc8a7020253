using Rectify.Domain.Rulebooks;

namespace Rectify.Domain.Cases;

/// <summary>What a case is about: the entry that opened it, with later corrections applied.</summary>
public abstract record Opening
{
    private Opening()
    {
    }

    /// <summary>The unit.</summary>
    public abstract ListedUnit Unit { get; }

    /// <summary>What happened.</summary>
    public abstract string Facts { get; }

    /// <summary>The leaders who share the unit's sanctions.</summary>
    public abstract IReadOnlyList<ListedLeader> Leaders { get; }

    /// <summary>文号 of the decision that opened the case (S14).</summary>
    public abstract string DocumentNumber { get; }

    /// <summary>The article on which it rests.</summary>
    public abstract string LegalBasis { get; }

    /// <summary>The organ that decided.</summary>
    public abstract string IssuedBy { get; }

    /// <summary>The policy, fixed when the case opened.</summary>
    public abstract Rulebook Rulebook { get; }

    /// <summary>The same with a correction applied.</summary>
    public abstract Opening With(CaseEvent.CaseCorrected correction);

    /// <summary>A case that starts with a listing.</summary>
    public sealed record Listing(CaseEvent.UnitListed Entry) : Opening
    {
        /// <inheritdoc/>
        public override ListedUnit Unit => Entry.Unit;

        /// <inheritdoc/>
        public override string Facts => Entry.Facts;

        /// <inheritdoc/>
        public override IReadOnlyList<ListedLeader> Leaders => Entry.Leaders;

        /// <inheritdoc/>
        public override string DocumentNumber => Entry.DocumentNumber;

        /// <inheritdoc/>
        public override string LegalBasis => Entry.LegalBasis;

        /// <inheritdoc/>
        public override string IssuedBy => Entry.IssuedBy;

        /// <inheritdoc/>
        public override Rulebook Rulebook => Entry.Rulebook;

        /// <inheritdoc/>
        public override Opening With(CaseEvent.CaseCorrected correction) => this with
        {
            Entry = Entry with
            {
                Facts = correction.Facts ?? Facts,
                DocumentNumber = correction.DocumentNumber ?? DocumentNumber,
                Leaders = correction.Leaders ?? Leaders,
            },
        };
    }

    /// <summary>A case that starts with the veto (V1, V3, V4).</summary>
    public sealed record DirectVeto(CaseEvent.VetoCaseOpened Entry) : Opening
    {
        /// <inheritdoc/>
        public override ListedUnit Unit => Entry.Unit;

        /// <inheritdoc/>
        public override string Facts => Entry.Facts;

        /// <inheritdoc/>
        public override IReadOnlyList<ListedLeader> Leaders => Entry.Leaders;

        /// <inheritdoc/>
        public override string DocumentNumber => Entry.DocumentNumber;

        /// <inheritdoc/>
        public override string LegalBasis => Entry.LegalBasis;

        /// <inheritdoc/>
        public override string IssuedBy => Entry.IssuedBy;

        /// <inheritdoc/>
        public override Rulebook Rulebook => Entry.Rulebook;

        /// <inheritdoc/>
        public override Opening With(CaseEvent.CaseCorrected correction) => this with
        {
            Entry = Entry with
            {
                Facts = correction.Facts ?? Facts,
                DocumentNumber = correction.DocumentNumber ?? DocumentNumber,
                Leaders = correction.Leaders ?? Leaders,
            },
        };
    }
}
