using Rectify.Board.Health;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Board.Sanctions;

/// <summary>The page of the sanctions in force, by subject.</summary>
/// <param name="Today">The local day.</param>
/// <param name="Rows">The barred subjects, ordered by the day on which they are free again.</param>
/// <param name="Kind">The kind of subjects shown; null for units and persons.</param>
/// <param name="Total">The number of subjects on all pages.</param>
/// <param name="Page">The number of the page shown, from 1.</param>
/// <param name="Pages">The number of pages, at least 1.</param>
public sealed record SanctionsModel(DateOnly Today, IReadOnlyList<BarredSubject> Rows, SubjectKind? Kind, int Total, int Page, int Pages)
{
    /// <summary>Cases that cannot be read, so that it is unknown whom they bar.</summary>
    public IReadOnlyList<UnreadableCaseLine> Unreadable { get; init; } = [];

    /// <summary>Whether the reader may have the whole register of who is barred.</summary>
    public bool HasBarred { get; init; }
}

/// <summary>A barred subject.</summary>
/// <param name="Subject">The subject, in the form <c>unit:id</c> or <c>official:id</c>.</param>
/// <param name="Name">The subject's name.</param>
/// <param name="Bars">What the subject is barred from.</param>
/// <param name="FreeOn">The first free day after the present run of barred days (S5); null while it is not known (S4).</param>
/// <param name="Spans">The subject's sanctions that bar today or later.</param>
public sealed record BarredSubject(string Subject, string Name, Bars Bars, DateOnly? FreeOn, IReadOnlyList<BarredSpan> Spans);

/// <summary>The barred days of a sanction, with its case and measure.</summary>
public sealed record BarredSpan(string CaseId, string DocumentNumber, Measure Measure, DayInterval Days);
