using Rectify.Board.Forms;

namespace Rectify.Board.Cases.Actions;

/// <summary>Shown when the case has changed since the form was opened: the new entries, and the form as it was filled in.</summary>
/// <param name="Form">The form; when it is sent again, it is judged by the present state.</param>
/// <param name="Since">The entries that the person has not seen.</param>
/// <param name="Outlook">Whether the action is still possible.</param>
public sealed record ConflictModel(FormModel Form, IReadOnlyList<CaseEntryLine> Since, Outlook Outlook);

/// <summary>Whether the action of a form is still possible.</summary>
public enum Outlook
{
    /// <summary>The action is still possible.</summary>
    StillPossible,

    /// <summary>The state of the case no longer allows the action.</summary>
    NotPossible,
}
