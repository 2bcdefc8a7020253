namespace Rectify.Durable.Comparison.Tests.Outcomes;

/// <summary>Every difference between the hosts that is accepted, and why.</summary>
internal static class KnownDifferences
{
    public static readonly KnownDifference ForeignAwait = new(
        "The in-memory host keeps an instance running for ever that awaits a foreign task; ours fails it, as the Functions host does.");

    public static readonly KnownDifference NobodyToTell = new(
        "The in-memory host drops a call to an instance that is unknown or has ended; ours refuses it, as the Functions host does.");

    public static readonly KnownDifference NothingToResume = new(
        "The in-memory host takes a resume of what is not suspended; ours refuses it, as the Functions host does.");

    public static readonly KnownDifference CarriedEvents = new(
        "The published in-memory host loses the unread events of one that continues as new; its later source, and ours, keep them.");

    public static readonly KnownDifference CaseOfIds = new(
        "The in-memory host takes two ids that differ in case for one; in ours they are two, as in the storage providers.");

    public static readonly KnownDifference WrongPayload = new(
        "The SDK reads an event while it is delivered, so that a payload of the wrong type fails the instance; in ours the wait throws.");

    public static readonly KnownDifference NoPayload = new(
        "The SDK stumbles over an event without a payload where a number is awaited; ours gives the default, as both do for activities.");

    public static readonly KnownDifference TerminatedChild = new(
        "The SDK tells a parent of a terminated child no failure at all; ours says who was terminated, and with what output.");

    public static readonly KnownDifference WrappedFailure = new(
        "The SDK loses the cause of a failed call when the code wraps the failure in an exception of its own; ours keeps it.");

    public static readonly KnownDifference Cancellation = new(
        "The SDK reads the result of a cancelled orchestrator and reports the AggregateException of that; ours the cancellation.");

    public static readonly KnownDifference PurgeOfRunning = new(
        "The in-memory host counts no instance when a running one is to be purged; ours refuses it, as the Functions host does.");

    public static readonly KnownDifference RestartOfRunning = new(
        "The in-memory host stumbles when a running instance is restarted; ours refuses it with the exception that the SDK documents.");

    public static readonly KnownDifference DataOfQueries = new(
        "The in-memory host sends inputs and outputs with every query; ours when they are asked for.");

    public static readonly KnownDifference EmptyId = new(
        "The SDK's client answers an empty id with ArgumentNullException in one of its methods; ours with ArgumentException in all.");

    public static readonly KnownDifference Descendants = new(
        "The in-memory host ends only the instance itself; ours ends its children too when asked, as the storage providers do.");
}
