using Rectify.Board.Forms;
using Rectify.Domain.Messages;

namespace Rectify.Board.Registry;

/// <summary>The preview of an entry of the register.</summary>
/// <param name="Form">The form that was filled in.</param>
/// <param name="Facts">The facts of the entry, each with its present and its new value.</param>
/// <param name="IsIn">Whether the register has the entry already.</param>
/// <param name="Notes">Warnings.</param>
public sealed record EntryPreviewModel(FormModel Form, IReadOnlyList<ChangedFact> Facts, Presence IsIn, IReadOnlyList<Bilingual> Notes);

/// <summary>A fact of an entry, before and after the change; null for no value.</summary>
public sealed record ChangedFact(Bilingual Label, Bilingual? Before, Bilingual? After);

/// <summary>Whether an entry is in the register.</summary>
public enum Presence
{
    /// <summary>The entry is new.</summary>
    New,

    /// <summary>The entry exists and is changed.</summary>
    Known,
}
