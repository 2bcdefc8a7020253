using Rectify.Board.Forms;

namespace Rectify.Board.Cases.Actions;

/// <summary>A form that was filled in, and what would follow from it.</summary>
/// <param name="Form">The form.</param>
/// <param name="Change">What would change.</param>
/// <param name="VetoPersons">Whom the case's veto bars after it; null when the case has none.</param>
public sealed record ActionPreviewModel(FormModel Form, CaseChange Change, VetoPersonsModel? VetoPersons);
