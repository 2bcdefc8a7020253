using Rectify.Board.Forms;
using Rectify.Domain.Messages;

namespace Rectify.Board.Registry;

/// <summary>An entry as it would stand in the register.</summary>
/// <param name="Form">The form that was filled in.</param>
/// <param name="Facts">What it says, beside what it says now.</param>
/// <param name="IsIn">Whether there is such an entry already.</param>
/// <param name="Notes">What should be known.</param>
public sealed record EntryPreviewModel(FormModel Form, IReadOnlyList<ChangedFact> Facts, Presence IsIn, IReadOnlyList<Bilingual> Notes);

/// <summary>What an entry says under a heading, now and then.</summary>
public sealed record ChangedFact(Bilingual Label, Bilingual? Before, Bilingual? After);

/// <summary>Whether an entry is in the register.</summary>
public enum Presence
{
    /// <summary>It is new.</summary>
    New,

    /// <summary>It is changed.</summary>
    Known,
}
