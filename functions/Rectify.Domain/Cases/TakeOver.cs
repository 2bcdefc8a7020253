using Rectify.Domain.Calendar;

namespace Rectify.Domain.Cases;

/// <summary>Something that was done to a case before this ledger took it over.</summary>
/// <param name="On">The local day on which it was done. A command without a day of its own counts from it.</param>
/// <param name="Command">What was done.</param>
public sealed record PastAct(DateOnly On, CaseCommand Command);

/// <summary>接转: a case that another ledger (台账) has kept, as it happened there.</summary>
/// <param name="Opening">The command that opened it, with the number of its document.</param>
/// <param name="OpenedOn">The local day of the measure that opened it.</param>
/// <param name="Acts">What was done to it since, in the order of the days; of one day, in the order in which it was done.</param>
/// <param name="Source">The ledger from which it is taken over, such as a file or a book.</param>
/// <param name="VouchedBy">Who vouches for the history.</param>
public sealed record PastCase(
    CaseCommand Opening, DateOnly OpenedOn, IReadOnlyList<PastAct> Acts, string Source, string VouchedBy);

/// <summary>
/// Decides on taking a case over: every act is decided by the rules of its own day, and between the acts what fell due then is carried out,
/// so that the case stands where it would stand had this ledger kept it from the beginning.
/// </summary>
/// <remarks>
/// The past ends at 00:00 of the day of the take-over. What falls due on that day and later is left to the timers, which send the mails
/// that belong to it; a reminder of the past is recorded as not sent.
/// </remarks>
public static class TakeOver
{
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>The events of the whole history, or why it cannot have happened. Nothing may be recorded of the case before.</summary>
    /// <param name="past">The history.</param>
    /// <param name="context">The instant of the take-over, the calendar, and who held office.</param>
    public static Decision Of(PastCase past, DecisionContext context)
    {
        if (past.OpenedOn >= context.Today)
            return Rejection.Rule("opening", TakeOverMessages.NotPast.With(context.Today, past.OpenedOn));

        var opened = Decider.Decide(past.Opening, new CaseState.NotOpened(), At(past.OpenedOn));
        if (opened is not Decision.Accepted { Events: var first }) return Placed(opened, "opening");

        List<CaseEvent> events = [.. first];
        events.Insert(1, new CaseEvent.CaseTakenOver(context.Today, past.Source, past.VouchedBy));
        var (state, last) = (Evolution.Fold(events), past.OpenedOn);
        foreach (var (index, act) in past.Acts.Index())
        {
            if (act.On >= context.Today || act.On < last)
                return Rejection.Rule($"acts[{index}].on", TakeOverMessages.OutOfOrder.With(last, context.Today.AddDays(-1), act.On));

            var decision = Decider.Decide(act.Command, state, At(act.On));
            if (decision is not Decision.Accepted accepted) return Placed(decision, $"acts[{index}]");

            Add(accepted.Events);
            last = act.On;
        }

        Add(Settlement.Due(state, context with { Now = LocalDay.StartOf(context.Today) }));
        return new Decision.Accepted([.. events.Select(NotSent)]);

        DecisionContext At(DateOnly day) => context with { Now = LocalDay.At(day, Noon) };

        void Add(IReadOnlyList<CaseEvent> happened)
        {
            events.AddRange(happened);
            state = Evolution.Fold(state, happened);
        }
    }

    private static CaseEvent NotSent(CaseEvent @event) =>
        @event is CaseEvent.ReminderDue(var reminder) ? new CaseEvent.ReminderSkipped(reminder) : @event;

    // A refusal names the member of the act; the table or the form has many of them.
    private static Decision Placed(Decision decision, string place)
    {
        var rejection = ((Decision.Rejected)decision).Rejection;
        return In(rejection);

        Rejection In(Rejection one) =>
            one with { Member = $"{place}.{one.Member}", Others = [.. one.Others.Select(In)] };
    }
}
