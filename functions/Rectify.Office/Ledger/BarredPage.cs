using Rectify.Domain.Identity;

namespace Rectify.Office.Ledger;

/// <summary>A page of the subjects that are barred on a day.</summary>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Items">The subjects of the page.</param>
public sealed record BarredPage(int Total, IReadOnlyList<BarredEntry> Items);

/// <summary>A barred subject.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Cases">The cases that bar it on the day asked or later, in the order of opening.</param>
public sealed record BarredEntry(Subject Subject, IReadOnlyList<CaseId> Cases);
