using Rectify.Board.Forms;

namespace Rectify.Board.Cases.Actions;

/// <summary>Somebody else was first: what happened since the form was opened, and the form as it was filled in.</summary>
/// <param name="Form">The form; sent again, it counts from the present state.</param>
/// <param name="Since">The entries that the person has not seen.</param>
/// <param name="Outlook">Whether the action is still possible.</param>
public sealed record ConflictModel(FormModel Form, IReadOnlyList<CaseEntryLine> Since, Outlook Outlook);

/// <summary>Whether something can still be done.</summary>
public enum Outlook
{
    /// <summary>It can.</summary>
    StillPossible,

    /// <summary>The case stands otherwise now.</summary>
    NotPossible,
}
