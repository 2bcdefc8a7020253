using Rectify.Board.Cases;

namespace Rectify.Board.Overview;

/// <summary>What others, and the app by itself, have changed since a person last looked.</summary>
/// <param name="From">The instant from which changes are shown, UTC.</param>
/// <param name="Cases">The changed cases, the last change first.</param>
/// <param name="NotShown">How many changed cases are not listed.</param>
/// <param name="Seen">The form with which the person says that this was seen; null when there is nothing to see.</param>
public sealed record SinceModel(DateTimeOffset From, IReadOnlyList<ChangedCase> Cases, int NotShown, SeenForm? Seen);

/// <summary>A case with entries that a person has not seen.</summary>
public sealed record ChangedCase(string CaseId, string DocumentNumber, string UnitName, IReadOnlyList<CaseEntryLine> Entries);

/// <summary>The form that marks what is shown as seen.</summary>
/// <param name="Ticket">The ticket of the form.</param>
/// <param name="Until">The instant at which the page was made.</param>
/// <param name="Latest">The entries younger than a minute that the page shows.</param>
public sealed record SeenForm(string Ticket, string Until, string Latest)
{
    /// <summary>Where the form is sent.</summary>
    public const string Address = "/board/seen";
}
