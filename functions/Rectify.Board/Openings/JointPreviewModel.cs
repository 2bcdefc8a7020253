using Rectify.Board.Cases;
using Rectify.Board.Forms;
using Rectify.Domain.Messages;
using Rectify.Office.Consultations;

namespace Rectify.Board.Openings;

/// <summary>The preview of the cases that one document would open.</summary>
/// <param name="Form">The form that was filled in.</param>
/// <param name="Units">The cases, in the order of the document.</param>
/// <param name="Copies">Organs that receive a copy.</param>
/// <param name="Overtaken">The answers of valid replies that would no longer hold.</param>
public sealed record JointPreviewModel(
    FormModel Form, IReadOnlyList<UnitPreview> Units, IReadOnlyList<string> Copies, IReadOnlyList<OvertakenAnswer> Overtaken);

/// <summary>A case as it would be opened, with what an officer should know of it; no rule is broken.</summary>
public sealed record UnitPreview(CaseModel Case, IReadOnlyList<Bilingual> Warnings);
