using Rectify.Domain.Cases;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;

namespace Rectify.Functions.Board.Actions;

/// <summary>Finds out whether a form whose case has changed was sent twice: then the ledger already has what it asks for.</summary>
/// <remarks>No receipt is needed: the same command, decided again on the state of that time, gives the same entries.</remarks>
internal static class Repetition
{
    /// <summary>Whether this person's command was recorded after the version that the form showed.</summary>
    public static bool IsIn(CaseRecord record, int version, CaseCommand command, string actor, DecisionContext now)
    {
        for (var start = version; start < record.Version; start++)
        {
            List<StoredEvent> since = [.. record.Stream.Skip(start)];
            if (since[0].Actor != actor) continue;

            var then = Evolution.Fold(record.Stream.Take(start).Select(entry => entry.Event));
            if (Decider.Decide(Numbered(command, since), then, now with { Now = since[0].At }) is Decision.Accepted(var events)
                && events.Select(EventCodec.Encode).SequenceEqual(
                    since.Take(events.Count).TakeWhile(entry => entry.Actor == actor).Select(entry => entry.Data)))
            {
                return true;
            }
        }

        return false;
    }

    // A document number that was left empty is set to the one that was given out then.
    private static CaseCommand Numbered(CaseCommand command, IEnumerable<StoredEvent> recorded)
    {
        return command switch
        {
            CaseCommand.CorrectCase { DocumentNumber: { } corrected } correct =>
                correct with { DocumentNumber = DocumentNumber.Parse(corrected).Text },
            CaseCommand.DecideConsequence { DocumentNumber: { } given } decide =>
                decide with { DocumentNumber = DocumentNumber.Parse(given).Text },
            CaseCommand.Urge urge => urge with
            {
                DocumentNumber = Given(urge.DocumentNumber.Length > 0 ? urge.DocumentNumber : null) ?? "",
            },
            CaseCommand.PassInspection pass => pass with { DocumentNumber = Given(pass.DocumentNumber) },
            CaseCommand.DecideVeto decide => decide with { DocumentNumber = Given(decide.DocumentNumber) },
            _ => command,
        };

        string? Given(string? asked) => asked is not null
            ? DocumentNumber.Parse(asked).Text
            : recorded.Select(entry => entry.Event)
                .Where(
                    happened =>
                        happened is CaseEvent.InspectionPassed or CaseEvent.VetoImposed or CaseEvent.VetoConfirmed
                            or CaseEvent.VetoDeclined or CaseEvent.UrgingIssued)
                .Select(CaseNumbering.GivenBy).FirstOrDefault();
    }
}
