using Rectify.Domain.Assessments;
using Rectify.Domain.Cases;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Office.Cases;

namespace Rectify.Board.Cases;

/// <summary>A case, as somebody looks at it on a day.</summary>
public sealed record CaseModel(
    string CaseId, Rung Rung, string DocumentNumber, string UnitName, CaseStatus Status, Light Light, DateOnly Today,
    CaseFacts Facts, CaseDeadline? Deadline, IReadOnlyList<CaseLeader> Leaders, IReadOnlyList<CaseSanction> Sanctions,
    IReadOnlyList<CaseEntryLine> Entries, IReadOnlyList<CaseStep> Steps, Timeline Timeline, IReadOnlyList<CaseDocument> Documents)
{
    /// <summary>Its place on the ladder (S16).</summary>
    public LadderPlace Ladder { get; init; } = new(null, null, null, null, null);

    /// <summary>Whom its veto bars; null when it has none.</summary>
    public VetoPersonsModel? VetoPersons { get; init; }

    /// <summary>The failed years on which a veto rests (V3); none for every other case.</summary>
    public IReadOnlyList<FailedYear> FailedYears { get; init; } = [];

    /// <summary>What an officer should know although every rule is kept.</summary>
    public IReadOnlyList<Bilingual> Warnings { get; init; } = [];

    /// <summary>What the reader may do to it now.</summary>
    public IReadOnlyList<CaseLink> Actions { get; init; } = [];
}

/// <summary>The place of a case on the ladder (S16). What there is not is null.</summary>
/// <param name="PrecededBy">The case on the rung before.</param>
/// <param name="Proposed">The next rung, while it awaits the decision of the office.</param>
/// <param name="OpenAt">Where the reader may open it.</param>
/// <param name="FollowedBy">The case on the next rung.</param>
/// <param name="FollowedByRung">Its rung.</param>
public sealed record LadderPlace(string? PrecededBy, Rung? Proposed, string? OpenAt, string? FollowedBy, Rung? FollowedByRung);

/// <summary>Something that the reader may do.</summary>
public sealed record CaseLink(string Address, Bilingual Name);

/// <summary>A document to be printed.</summary>
/// <param name="Kind">Last part of its address.</param>
/// <param name="Title">As it stands on the document.</param>
/// <param name="Number">文号; null while it has none.</param>
public sealed record CaseDocument(string Kind, string Title, string? Number);

/// <summary>
/// Why and by whom a unit was listed or vetoed. <c>ListedOn</c> is the day of the listing, of the notice or of the talk. What another rung
/// does not have is null.
/// </summary>
public sealed record CaseFacts(
    AccountabilityGround? Ground, Severity? Severity, string Facts, IReadOnlyList<string> Goals, DateOnly? ListedOn, DateOnly? ReceivedOn,
    string LegalBasis, string IssuedBy, string RulebookId);

/// <summary>整改期限.</summary>
/// <param name="Nominal">By the period alone.</param>
/// <param name="Effective">The last day that counts.</param>
/// <param name="Provisional">To be computed again when the year's holidays are announced.</param>
/// <param name="Runs">Whether days are still counted towards it.</param>
public sealed record CaseDeadline(DateOnly Nominal, DateOnly Effective, bool Provisional, bool Runs);

/// <summary>A leader who shares the sanction.</summary>
public sealed record CaseLeader(string Name, string Post, LeaderRole Role);

/// <summary>A sanction, seen on a day.</summary>
public sealed record CaseSanction(string SubjectName, Bars Bars, Measure Measure, DateOnly From, DateOnly? To, SanctionStatus Status);

/// <summary>An entry of the ledger.</summary>
/// <param name="Sequence">Its number in the case.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Event">What happened.</param>
public sealed record CaseEntryLine(int Sequence, DateTimeOffset At, string Actor, CaseEvent Event);
