using Rectify.Domain.Assessments;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Office.Cases;

namespace Rectify.Board.Cases;

/// <summary>The page of a case, as of a day.</summary>
public sealed record CaseModel(
    string CaseId, Rung Rung, string DocumentNumber, string UnitName, CaseStatus Status, Light Light, DateOnly Today,
    CaseFacts Facts, CaseDeadline? Deadline, IReadOnlyList<CaseLeader> Leaders, IReadOnlyList<CaseSanction> Sanctions,
    IReadOnlyList<CaseEntryLine> Entries, IReadOnlyList<CaseStep> Steps, Timeline Timeline, IReadOnlyList<CaseDocument> Documents)
{
    /// <summary>The case's place on the ladder (S16).</summary>
    public LadderPlace Ladder { get; init; } = new(null, null, null, null, null);

    /// <summary>Whom the case's veto bars; null when the case has no veto.</summary>
    public VetoPersonsModel? VetoPersons { get; init; }

    /// <summary>The documents as they stood before each correction, in the order of the corrections.</summary>
    public IReadOnlyList<CaseDocument> FormerDocuments { get; init; } = [];

    /// <summary>The failed years on which the case's veto rests (V3); empty for every other case.</summary>
    public IReadOnlyList<FailedYear> FailedYears { get; init; } = [];

    /// <summary>The plan and the reports that the unit owes.</summary>
    public IReadOnlyList<MilestoneView> Milestones { get; init; } = [];

    /// <summary>The supervision visits that led to the case or were about it.</summary>
    public IReadOnlyList<VisitRow> Visits { get; init; } = [];

    /// <summary>The urging letters.</summary>
    public IReadOnlyList<UrgingView> UrgingLetters { get; init; } = [];

    /// <summary>The counts that the measure reaches, each with where the reader may open what is proposed then.</summary>
    public IReadOnlyList<CaseCount> Counts { get; init; } = [];

    /// <summary>Warnings for the officer; no rule is broken.</summary>
    public IReadOnlyList<Bilingual> Warnings { get; init; } = [];

    /// <summary>The actions that the reader may take now.</summary>
    public IReadOnlyList<CaseLink> Actions { get; init; } = [];
}

/// <summary>A count that the measure of a case reaches (计次).</summary>
/// <param name="Words">What was reached, and what the rulebook asks for.</param>
/// <param name="Proposed">The measure that is proposed; null where none is.</param>
/// <param name="OpenAt">The address at which the reader may open it; null where the reader may not.</param>
public sealed record CaseCount(Bilingual Words, Rung? Proposed, string? OpenAt);

/// <summary>The place of a case on the ladder (S16). Each member is null when there is nothing of its kind.</summary>
/// <param name="PrecededBy">The case on the rung before.</param>
/// <param name="Proposed">The next rung, while it awaits the decision of the office.</param>
/// <param name="OpenAt">The address at which the reader may open the next rung.</param>
/// <param name="FollowedBy">The case on the next rung.</param>
/// <param name="FollowedByRung">The rung of that next case.</param>
public sealed record LadderPlace(string? PrecededBy, Rung? Proposed, string? OpenAt, string? FollowedBy, Rung? FollowedByRung);

/// <summary>A link to an action that the reader may take.</summary>
public sealed record CaseLink(string Address, Bilingual Name);

/// <summary>A document of a case that can be printed.</summary>
/// <param name="Kind">Last part of the document's address.</param>
/// <param name="Title">The title on the document.</param>
/// <param name="Number">文号; null while the document has none.</param>
public sealed record CaseDocument(string Kind, string Title, string? Number)
{
    /// <summary>The entry of the ledger after which the document is meant; null for the document as the case stands.</summary>
    public int? Entry { get; init; }
}

/// <summary>
/// Why and by whom a unit was listed or vetoed. <c>ListedOn</c> is the day of the listing, of the notice or of the talk. A member that the
/// case's rung does not have is null.
/// </summary>
public sealed record CaseFacts(
    AccountabilityGround? Ground, Severity? Severity, string Facts, IReadOnlyList<string> Goals, DateOnly? ListedOn, DateOnly? ReceivedOn,
    string LegalBasis, string IssuedBy, string RulebookId, string RulebookHash)
{
    /// <summary>The title of the regulation.</summary>
    public string RulebookName { get; init; } = "";

    /// <summary>The day of the event; null when none was named.</summary>
    public DateOnly? EventOn { get; init; }

    /// <summary>A day on which a report is due that the document itself names; null for none.</summary>
    public DateOnly? ReportDueOn { get; init; }

    /// <summary>An earlier case of the unit that the document names; null for none.</summary>
    public string? PreviousCase { get; init; }

    /// <summary>The cases of the other units that the same document lists; empty where it lists this one alone.</summary>
    public IReadOnlyList<SharedCase> SharedWith { get; init; } = [];

    /// <summary>The grounds that were named by code; empty where none was.</summary>
    public IReadOnlyList<GroundRule> Grounds { get; init; } = [];

    /// <summary>Who proposed a veto without a listing; null where none was proposed.</summary>
    public string? ProposedBy { get; init; }

    /// <summary>The level of that body; null where none was named.</summary>
    public UnitLevel? ProposerLevel { get; init; }

    /// <summary>The level of the body that issued the measure; null where none was named.</summary>
    public UnitLevel? IssuerLevel { get; init; }

    /// <summary>Who imposed or confirmed the veto; null where nobody was named.</summary>
    public DecidingBody? VetoDecidedBy { get; init; }

    /// <summary>From which ledger the case was taken over; null when this ledger kept it from the start.</summary>
    public CaseEvent.CaseTakenOver? TakenOver { get; init; }

    /// <summary>The criticism or the decision after a missed measure, due or recorded; null where there is none.</summary>
    public ConsequenceView? Consequence { get; init; }
}

/// <summary>整改期限.</summary>
/// <param name="Nominal">The last day by the period alone.</param>
/// <param name="Effective">The last day that counts.</param>
/// <param name="Provisional">Whether the deadline will be computed again when the year's holidays are announced.</param>
/// <param name="Runs">Whether the deadline is still running.</param>
public sealed record CaseDeadline(DateOnly Nominal, DateOnly Effective, bool Provisional, bool Runs);

/// <summary>A leader who is barred together with the unit.</summary>
public sealed record CaseLeader(string Name, string Post, LeaderRole Role);

/// <summary>A sanction, with its status on a day.</summary>
public sealed record CaseSanction(string SubjectName, Bars Bars, Measure Measure, DateOnly From, DateOnly? To, SanctionStatus Status);

/// <summary>An entry of the ledger.</summary>
/// <param name="Sequence">The entry's number in the case.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="Actor">Who made the entry.</param>
/// <param name="Event">What happened.</param>
/// <param name="About">The name of the unit or person whom the entry is about; null where it is about the whole case.</param>
public sealed record CaseEntryLine(int Sequence, DateTimeOffset At, string Actor, CaseEvent Event, string? About = null)
{
    /// <summary>The fields that the entry corrects, from what to what; empty for every other entry.</summary>
    public IReadOnlyList<OpeningChange> Changes { get; init; } = [];
}
