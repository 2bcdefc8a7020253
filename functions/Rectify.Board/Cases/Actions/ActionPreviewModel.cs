using Rectify.Board.Forms;

namespace Rectify.Board.Cases.Actions;

/// <summary>A form that was filled in, and what would follow from it.</summary>
public sealed record ActionPreviewModel(FormModel Form, CaseChange Change);
