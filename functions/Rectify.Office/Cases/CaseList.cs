using Rectify.Office.Ledger;

namespace Rectify.Office.Cases;

/// <summary>A part of a list of cases.</summary>
/// <param name="Items">The cases that match.</param>
/// <param name="Unreadable">Cases whose last readable state might match and that cannot be read now.</param>
/// <param name="Continuation">Where the list goes on; null when it does not.</param>
public sealed record CaseList<T>(IReadOnlyList<T> Items, IReadOnlyList<UnreadableEntry> Unreadable, string? Continuation);

/// <summary>A case that cannot be read, and what the index kept of it.</summary>
public sealed record UnreadableEntry(CaseEntry Entry, UnreadableCase Case);

/// <summary>A list of cases on the wire; cases that cannot be read are listed separately.</summary>
public sealed record CaseListAnswer(IReadOnlyList<CaseView> Items, string? NextLink, IReadOnlyList<UnreadableView> Unreadable);

/// <summary>A case that cannot be read, on the wire.</summary>
public sealed record UnreadableView(Domain.Identity.CaseId CaseId, int Sequence, UnreadableReason Reason, string Detail)
{
    public static UnreadableView Of(UnreadableCase unreadable) =>
        new(unreadable.CaseId, unreadable.Sequence, unreadable.Reason, unreadable.Told.ToString());
}
