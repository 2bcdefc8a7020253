using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Rectify.Domain.Cases;

/// <summary>Converts events to the form in which the ledger stores them, a name that never changes and JSON, and back.</summary>
public static class EventCodec
{
    private static readonly Dictionary<string, Type> TypeOf = new(StringComparer.Ordinal)
    {
        ["unitListed"] = typeof(CaseEvent.UnitListed),
        ["admonitionIssued"] = typeof(CaseEvent.AdmonitionIssued),
        ["rungFulfilled"] = typeof(CaseEvent.RungFulfilled),
        ["rungContinued"] = typeof(CaseEvent.RungContinued),
        ["nextRungProposed"] = typeof(CaseEvent.NextRungProposed),
        ["nextRungOpened"] = typeof(CaseEvent.NextRungOpened),
        ["nextRungDeclined"] = typeof(CaseEvent.NextRungDeclined),
        ["rungRevoked"] = typeof(CaseEvent.RungRevoked),
        ["vetoCaseOpened"] = typeof(CaseEvent.VetoCaseOpened),
        ["caseTakenOver"] = typeof(CaseEvent.CaseTakenOver),
        ["sanctionImposed"] = typeof(CaseEvent.SanctionImposed),
        ["reminderDue"] = typeof(CaseEvent.ReminderDue),
        ["reminderSkipped"] = typeof(CaseEvent.ReminderSkipped),
        ["deadlineRecomputed"] = typeof(CaseEvent.DeadlineRecomputed),
        ["extensionGranted"] = typeof(CaseEvent.ExtensionGranted),
        ["clockSuspended"] = typeof(CaseEvent.ClockSuspended),
        ["clockResumed"] = typeof(CaseEvent.ClockResumed),
        ["listingEnded"] = typeof(CaseEvent.ListingEnded),
        ["rectificationSubmitted"] = typeof(CaseEvent.RectificationSubmitted),
        ["timelySubmissionEntered"] = typeof(CaseEvent.TimelySubmissionEntered),
        ["furtherSubmissionEntered"] = typeof(CaseEvent.FurtherSubmissionEntered),
        ["timelySubmissionNoted"] = typeof(CaseEvent.TimelySubmissionNoted),
        ["inspectionReopened"] = typeof(CaseEvent.InspectionReopened),
        ["inspectionPassed"] = typeof(CaseEvent.InspectionPassed),
        ["inspectionFailed"] = typeof(CaseEvent.InspectionFailed),
        ["earlierInspectionFailed"] = typeof(CaseEvent.EarlierInspectionFailed),
        ["listingContinued"] = typeof(CaseEvent.ListingContinued),
        ["deadlineMissed"] = typeof(CaseEvent.DeadlineMissed),
        ["consequenceProposed"] = typeof(CaseEvent.ConsequenceProposed),
        ["consequenceDecided"] = typeof(CaseEvent.ConsequenceDecided),
        ["urgingIssued"] = typeof(CaseEvent.UrgingIssued),
        ["milestoneReceived"] = typeof(CaseEvent.MilestoneReceived),
        ["vetoProposed"] = typeof(CaseEvent.VetoProposed),
        ["vetoImposed"] = typeof(CaseEvent.VetoImposed),
        ["vetoConfirmed"] = typeof(CaseEvent.VetoConfirmed),
        ["vetoBasisLost"] = typeof(CaseEvent.VetoBasisLost),
        ["vetoDeclined"] = typeof(CaseEvent.VetoDeclined),
        ["sanctionExpired"] = typeof(CaseEvent.SanctionExpired),
        ["measureRevoked"] = typeof(CaseEvent.MeasureRevoked),
        ["sanctionRevoked"] = typeof(CaseEvent.SanctionRevoked),
        ["caseCorrected"] = typeof(CaseEvent.CaseCorrected),
        ["measureCorrected"] = typeof(CaseEvent.MeasureCorrected),
        ["entryWithdrawn"] = typeof(CaseEvent.EntryWithdrawn),
        ["caseClosed"] = typeof(CaseEvent.CaseClosed),
    };

    // Members that are computed from stored ones (a sanction's barred days, the instant of a deadline) are not written: once stored, they
    // could neither be renamed nor corrected without making stored cases unreadable.
    private static readonly JsonSerializerOptions Options = new(DomainJson.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithoutComputedMembers } },
    };

    private static readonly Dictionary<Type, string> NameOf = TypeOf.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Every event name that may stand in a ledger.</summary>
    public static IReadOnlyCollection<string> Names => TypeOf.Keys;

    /// <summary>The name under which the event is stored.</summary>
    public static string Name(CaseEvent @event) => NameOf[@event.GetType()];

    /// <summary>The event's data as JSON.</summary>
    public static string Encode(CaseEvent @event) => JsonSerializer.Serialize(@event, @event.GetType(), Options);

    /// <summary>Reads a stored event.</summary>
    /// <exception cref="JsonException">
    /// The name is unknown or the data do not fit it: the ledger is newer than this program, or damaged.
    /// </exception>
    public static CaseEvent Decode(string name, string data)
    {
        if (!TypeOf.TryGetValue(name, out var type))
            throw new JsonException($"The event {name} is unknown to this version of the program.");

        try
        {
            return (CaseEvent)(JsonSerializer.Deserialize(data, type, Options)
                ?? throw new JsonException($"The event {name} has no data."));
        }
        catch (ArgumentException unfit)
        {
            throw new JsonException($"The event {name} holds a value that cannot be: {unfit.Message}", unfit);
        }
    }

    private static void WithoutComputedMembers(JsonTypeInfo type)
    {
        foreach (var member in type.Properties.Where(member => member is { Set: null, AssociatedParameter: null }).ToList())
            type.Properties.Remove(member);
    }
}
