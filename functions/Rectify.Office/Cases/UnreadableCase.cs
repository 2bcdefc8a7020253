using System.Diagnostics;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Office.Ledger;
using Rectify.Office.Requests;

namespace Rectify.Office.Cases;

/// <summary>A case that cannot be read from its entries. Nothing may be concluded from it, and above all not that it bars nobody.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Sequence">The first entry that cannot be read.</param>
/// <param name="Reason">Why.</param>
/// <param name="EventType">The name under which that entry is stored; null when there is no such entry.</param>
public sealed record UnreadableCase(CaseId CaseId, int Sequence, UnreadableReason Reason, string? EventType)
{
    /// <summary>What is wrong, in one sentence.</summary>
    public Message Told => Reason switch
    {
        UnreadableReason.UnknownEvent => CaseRequestMessages.UnknownEvent.With(Sequence, EventType),
        UnreadableReason.UnreadableData => CaseRequestMessages.UnreadableData.With(Sequence, EventType),
        UnreadableReason.ImpossibleEvent => CaseRequestMessages.ImpossibleEvent.With(Sequence, EventType),
        UnreadableReason.BrokenChain => CaseRequestMessages.BrokenChain.With(Sequence),
        UnreadableReason.MissingEntries => CaseRequestMessages.MissingEntries.With(Sequence),
        _ => throw new UnreachableException(Reason.ToString()),
    };

    /// <summary>The refusal of a request that needs the case.</summary>
    public Problem ToProblem() =>
        Problem.Of(ProblemKind.Conflict, ProblemTitles.CaseUnreadable, CaseRequestMessages.Unreadable.With(CaseId, Told));
}

/// <summary>Why a case cannot be read.</summary>
public enum UnreadableReason
{
    /// <summary>An entry has a type that this version does not know.</summary>
    UnknownEvent,

    /// <summary>An entry's data do not fit its type.</summary>
    UnreadableData,

    /// <summary>An entry cannot follow those before it.</summary>
    ImpossibleEvent,

    /// <summary>An entry was changed, swapped or lost.</summary>
    BrokenChain,

    /// <summary>The last entries are gone.</summary>
    MissingEntries,
}

/// <summary>Thrown when a request needs a case that cannot be read.</summary>
public sealed class UnreadableCaseException(UnreadableCase unreadable)
    : LedgerFaultException($"The case {unreadable.CaseId} cannot be read. {unreadable.Told}")
{
    public UnreadableCase Case { get; } = unreadable;

    public override Problem ToProblem() => Case.ToProblem();
}
