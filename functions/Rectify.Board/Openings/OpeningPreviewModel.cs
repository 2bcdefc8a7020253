using Rectify.Board.Cases;
using Rectify.Board.Forms;
using Rectify.Domain.Messages;
using Rectify.Domain.Terms;

namespace Rectify.Board.Openings;

/// <summary>A case as it would be opened.</summary>
/// <param name="Form">The form that was filled in.</param>
/// <param name="Case">The case that would come of it.</param>
/// <param name="Veto">The days of a direct veto; null for a listing.</param>
/// <param name="Copies">Organs that receive a copy.</param>
/// <param name="Warnings">What should be known although every rule is kept.</param>
public sealed record OpeningPreviewModel(
    FormModel Form, CaseModel Case, DayInterval? Veto, IReadOnlyList<string> Copies, IReadOnlyList<Bilingual> Warnings);
