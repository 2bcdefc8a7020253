using Rectify.Board.Forms;
using Rectify.Office.Consultations;

namespace Rectify.Board.Cases.Actions;

/// <summary>The preview of an action: the form that was filled in, and what would change.</summary>
/// <param name="Form">The form.</param>
/// <param name="Change">What would change.</param>
/// <param name="VetoPersons">Whom the case's veto would bar after the action; null when the case has no veto.</param>
public sealed record ActionPreviewModel(FormModel Form, CaseChange Change, VetoPersonsModel? VetoPersons)
{
    /// <summary>Answers of valid replies that would no longer hold.</summary>
    public IReadOnlyList<OvertakenAnswer> Overtaken { get; init; } = [];
}
