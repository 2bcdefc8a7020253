using Rectify.Board.Forms;
using Rectify.Domain.Messages;
using Rectify.Office.Accounts;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board.Accounts;

/// <summary>A form that changes an account.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Address">The address of the form.</param>
/// <param name="Back">The page to which it returns.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="Prefilled">The values of an empty form.</param>
/// <param name="Confirm">The text of the button that confirms.</param>
/// <param name="Done">What is said afterwards.</param>
internal sealed record AccountForm<TBody>(
    Bilingual Title, string Address, string Back, IReadOnlyList<Field> Fields, IReadOnlyList<(string Name, string Text)> Prefilled,
    Bilingual Confirm, Bilingual Done) where TBody : notnull
{
    /// <summary>Facts above the form.</summary>
    public IReadOnlyList<(Bilingual Label, string Text)> Facts { get; init; } = [];

    /// <summary>Why what was typed is refused; null when it is not.</summary>
    public required Func<TBody, Task<Problem?>> RefuseAsync { get; init; }

    /// <summary>What would be done, for the preview.</summary>
    public required Func<TBody, IReadOnlyList<(Bilingual Label, Bilingual Text)>> Preview { get; init; }

    /// <summary>Does it, for an actor.</summary>
    public required Func<TBody, string, Task<Outcome<Account>>> DoAsync { get; init; }
}
