using Rectify.Domain.Cases;
using Rectify.Domain.Sanctions;

namespace Rectify.Office.Letters;

/// <summary>An appended event with the states around it.</summary>
/// <param name="Entry">The event as it is stored.</param>
/// <param name="Event">The event.</param>
/// <param name="Before">The state before it.</param>
/// <param name="After">The state after it and after the sanctions that were imposed with it.</param>
/// <param name="Next">The event appended after it; null for the last.</param>
internal sealed record Moment(StoredEvent Entry, CaseEvent Event, CaseState Before, CaseState.Opened After, CaseEvent? Next)
{
    public CaseFile File => After.File;

    /// <summary>Whether the deadline was missed in one of the entries appended after it.</summary>
    public bool LeadsToMissedDeadline { get; init; }

    /// <summary>The sanctions that the event changed. Sanctions that had been taken back before by themselves are not among them.</summary>
    public IReadOnlyList<Sanction> Changed =>
        Before is CaseState.Opened { File: var before } ? [.. File.Sanctions.Where(s => before.Find(s.Id) is { } known && known != s)] : [];

    /// <summary>The moments of the appended events, each with the states before and after it.</summary>
    public static IEnumerable<Moment> Of(IReadOnlyList<StoredEvent> appended, CaseState before)
    {
        var events = appended.Select(entry => entry.Event).ToList();
        var state = before;
        for (var i = 0; i < events.Count; i++)
        {
            var after = Evolution.Evolve(state, events[i]);
            // A mail about a measure also tells of the sanctions that it brings or ends, which are the entries right after it.
            var withSanctions = events[i] is CaseEvent.SanctionImposed or CaseEvent.ListingEnded
                ? after
                : Evolution.Fold(after, events.Skip(i + 1).TakeWhile(next => next is CaseEvent.SanctionImposed or CaseEvent.ListingEnded));
            yield return new Moment(appended[i], events[i], state, (CaseState.Opened)withSanctions, events.ElementAtOrDefault(i + 1))
            {
                LeadsToMissedDeadline = events.Skip(i + 1).Any(next => next is CaseEvent.DeadlineMissed),
            };
            state = after;
        }
    }
}
