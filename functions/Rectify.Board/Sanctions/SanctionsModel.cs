using Rectify.Board.Health;
using Rectify.Domain.Identity;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Board.Sanctions;

/// <summary>Whose bars run on a day, drawn by subject.</summary>
/// <param name="Today">The local day.</param>
/// <param name="Rows">A subject each, ordered by the day on which it is free again.</param>
/// <param name="Kind">Whom is asked about; null for units and persons.</param>
/// <param name="Total">How many subjects there are on all pages.</param>
/// <param name="Page">The page shown, 1 for the first.</param>
/// <param name="Pages">How many there are, at least 1.</param>
public sealed record SanctionsModel(DateOnly Today, IReadOnlyList<BarredSubject> Rows, SubjectKind? Kind, int Total, int Page, int Pages)
{
    /// <summary>Cases that cannot be read: whom they bar is not known.</summary>
    public IReadOnlyList<UnreadableCaseLine> Unreadable { get; init; } = [];
}

/// <summary>A barred subject.</summary>
/// <param name="Subject">Its id on the wire.</param>
/// <param name="Name">Its name.</param>
/// <param name="Bars">What it loses.</param>
/// <param name="FreeOn">The first free day after the present run of barred days (S5); null while it is not known (S4).</param>
/// <param name="Spans">Its sanctions that bar today or later.</param>
public sealed record BarredSubject(string Subject, string Name, Bars Bars, DateOnly? FreeOn, IReadOnlyList<BarredSpan> Spans);

/// <summary>A run of barred days and the measure it follows from.</summary>
public sealed record BarredSpan(string CaseId, string DocumentNumber, Measure Measure, DayInterval Days);
