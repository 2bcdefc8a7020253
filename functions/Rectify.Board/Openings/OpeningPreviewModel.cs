using Rectify.Board.Cases;
using Rectify.Board.Forms;
using Rectify.Domain.Messages;
using Rectify.Domain.Terms;
using Rectify.Office.Consultations;

namespace Rectify.Board.Openings;

/// <summary>The preview of the opening of a case.</summary>
/// <param name="Form">The form that was filled in.</param>
/// <param name="Case">The case as it would be opened.</param>
/// <param name="Veto">The days of a direct veto; null for the other rungs.</param>
/// <param name="Copies">Organs that receive a copy.</param>
/// <param name="Warnings">Warnings; no rule is broken.</param>
public sealed record OpeningPreviewModel(
    FormModel Form, CaseModel Case, DayInterval? Veto, IReadOnlyList<string> Copies, IReadOnlyList<Bilingual> Warnings)
{
    /// <summary>Answers of valid replies that would no longer hold.</summary>
    public IReadOnlyList<OvertakenAnswer> Overtaken { get; init; } = [];
}
