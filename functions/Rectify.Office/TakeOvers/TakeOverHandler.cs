using System.Diagnostics;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Office.Access;
using Rectify.Office.Admonitions;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Listings;
using Rectify.Office.Openings;
using Rectify.Office.Requests;
using Rectify.Office.Vetoes;

namespace Rectify.Office.TakeOvers;

/// <summary>
/// Takes cases over from another ledger. Every case is checked before the first is recorded; each is recorded whole, with everything that
/// happened to it, so that no timer ever sees half a history. No mail goes out for the past.
/// </summary>
/// <remarks>
/// The id of a case follows from the number of its document. A request that was interrupted is sent again: what it has recorded is found
/// there, and the rest is recorded.
/// </remarks>
public sealed class TakeOverHandler(
    OpenListing openListing, OpenAdmonition openAdmonition, OpenDirectVeto openVeto, CaseRepository cases, CaseReader reader,
    AppendBuilder appends, ILedger ledger, CurrentCalendar calendar)
{
    /// <summary>Checks every case, and records them unless it is a dry run or one of them is refused.</summary>
    /// <returns>The cases, and those that this request recorded; or everything that is wrong.</returns>
    public async Task<Outcome<TakenOver>> RunAsync(TakeOverBody body, Caller caller, TakeOverMode mode, CancellationToken cancellation)
    {
        if (body.Refuse() is { } refusal) return refusal;

        var (decided, problems) = (new List<Decided>(), new List<Problem>());
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, past) in body.Cases.Index())
        {
            if ((await DecideAsync(past, body, caller, cancellation)).Try(out var one, out var problem))
            {
                foreach (var key in one.Numbers.Select(number => number.Key))
                {
                    if (numbers.TryAdd(key, index)) continue;
                    var twice = TakeOverRequestMessages.NumberTwice.With(numbers[key] + 1);
                    problems.Add(Placed(index, Problem.Rule("documentNumber", twice)));
                }

                if (await TakenAsync(one, cancellation) is { } taken) problems.Add(Placed(index, taken));
                decided.Add(one);
            }
            else problems.Add(Placed(index, problem));
        }

        if (Problem.Together(problems) is { } everything)
            return everything with { Detail = TakeOverRequestMessages.NothingRecorded };
        return mode == TakeOverMode.DryRun
            ? new TakenOver(View(body, mode, decided), [], [.. decided.Where(one => !one.IsThere).Select(one => one.Record)])
            : await RecordAsync(body, decided, caller, cancellation);
    }

    private async Task<Outcome<TakenOver>> RecordAsync(
        TakeOverBody body, IReadOnlyList<Decided> decided, Caller caller, CancellationToken cancellation)
    {
        List<CaseRecord> recorded = [];
        foreach (var (index, one) in decided.Index())
        {
            if (one.IsThere) continue;

            var to = await appends.AddresseesAsync([], one.Events, cancellation);
            var (append, after) = appends.Build([], new CaseState.NotOpened(), one.Events, one.Context, caller.Actor, to);
            var outcome = await ledger.AppendAsync(
                append with
                {
                    Opening = new CaseOpening([.. after.State.File.EverySubject], one.Numbers[0], null)
                    {
                        Further = [.. one.Numbers.Skip(1)],
                    },
                },
                cancellation);
            switch (outcome)
            {
                case AppendOutcome.Recorded: recorded.Add(after); break;
                case AppendOutcome.NumberTaken: return Placed(index, CaseProblems.NumberTaken(one.Numbers[0].Text));
                // The same request, sent twice at once.
                case AppendOutcome.VersionConflict: break;
                default: throw new UnreachableException(outcome.ToString());
            }
        }

        return new TakenOver(View(body, TakeOverMode.Write, decided), recorded, []);
    }

    private async Task<Outcome<Decided>> DecideAsync(PastCaseBody past, TakeOverBody body, Caller caller, CancellationToken cancellation)
    {
        if (past.Refuse() is { } refusal) return refusal;

        var draft = await DraftAsync(past, cancellation);
        var acts = Outcomes([.. (past.Acts ?? []).Select(act => act.ToAct(caller))], out var wrong);
        var hasCommand = draft.Command.Try(out var command, out var unknown);
        if (Problem.Together(Inside(draft.Refusal), hasCommand ? null : Inside(unknown), wrong) is { } problem) return problem;
        if (CoveredDay.Refuse(draft.DayMember, draft.Day, calendar.Value) is { } uncovered) return Inside(Problem.Of(uncovered))!;

        var number = DocumentNumber.Parse(past.DocumentNumber!);
        var caseId = CaseNaming.IdOf($"take-over|{number.Key}");
        if (await cases.FindAsync(caseId, cancellation) is { } there)
            return new Decided(there.CaseId, [], [number], cases.ContextFor(there), there) { IsThere = true };

        var context = cases.ContextFor(caseId);
        if (command is CaseCommand.ListUnit list && await reader.HoldersAsync(list.Rulebook, list.Unit.UnitId, cancellation) is { } holders)
            context = context with { InOffice = holders };
        var history = new PastCase(
            CaseNumbering.Under(command!, number), draft.Day, [.. acts.Select(Numbered)], body.Source, body.VouchedBy);
        var decision = TakeOver.Of(history, context);
        if (decision is not Decision.Accepted { Events: var events }) return Problem.Of(((Decision.Rejected)decision).Rejection);

        var record = CaseRecord.Of(EventChain.Extend(caseId, [], events, context.Now, caller.Actor), context)!;
        return new Decided(caseId, events, [number, .. NumbersIn(events)], context, record);

        // The measure is a member of the case, and the members of its body are inside it.
        Problem? Inside(Problem? wrongInside) => wrongInside is null ? null : Placed(MeasureOf(past), wrongInside);
    }

    // Of a number that a later document has as well, the ledger holds the case that had it first.
    private async Task<Problem?> TakenAsync(Decided one, CancellationToken cancellation)
    {
        if (one.IsThere) return null;
        foreach (var number in one.Numbers)
        {
            if (await ledger.CaseOfNumberAsync(number, cancellation) is not null) return CaseProblems.NumberTaken(number.Text);
        }

        return null;
    }

    private Task<OpeningDraft> DraftAsync(PastCaseBody past, CancellationToken cancellation) => past switch
    {
        { Listing: { } listing } => openListing.ResolveAsync(listing, cancellation),
        { Admonition: { } admonition } => openAdmonition.ResolveAsync(admonition, cancellation),
        _ => openVeto.ResolveAsync(past.Veto!, cancellation),
    };

    private TakeOverView View(TakeOverBody body, TakeOverMode mode, IReadOnlyList<Decided> decided) => new(
        body.Source, body.VouchedBy, mode == TakeOverMode.DryRun,
        [.. decided.Select(one => TakenOverCase.Of(one.Record, calendar.Value, one.IsThere))]);

    private static string MeasureOf(PastCaseBody past) =>
        past.Listing is not null ? "listing" : past.Admonition is not null ? "admonition" : "veto";

    private static PastAct Numbered(PastAct act) => act with { Command = CaseNumbering.Under(act.Command, null) };

    private static IEnumerable<DocumentNumber> NumbersIn(IEnumerable<CaseEvent> events) =>
        events.Select(happened => CaseNumbering.GivenBy(happened)).OfType<string>().Distinct().Select(DocumentNumber.Parse);

    private static IReadOnlyList<PastAct> Outcomes(IReadOnlyList<Outcome<PastAct>> read, out Problem? wrong)
    {
        var (acts, problems) = (new List<PastAct>(), new List<Problem>());
        foreach (var (index, one) in read.Index())
        {
            if (one.Try(out var act, out var problem)) acts.Add(act);
            else problems.Add(Placed($"acts[{index}]", problem));
        }

        wrong = Problem.Together(problems);
        return acts;
    }

    private static Problem Placed(int index, Problem problem) => Placed($"cases[{index}]", problem);

    private static Problem Placed(string place, Problem problem) => problem with
    {
        Errors = (problem.Errors ?? new Dictionary<string, IReadOnlyList<Message>> { [""] = [problem.Detail.Sentence] }).ToDictionary(
            error => error.Key.Length == 0 ? place : $"{place}.{error.Key}",
            error => (IReadOnlyList<Message>)[.. error.Value.Select(message => message.Sentence)]),
    };

    // A case that was decided, or that is in the ledger already.
    private sealed record Decided(
        CaseId CaseId, IReadOnlyList<CaseEvent> Events, IReadOnlyList<DocumentNumber> Numbers, DecisionContext Context, CaseRecord Record)
    {
        public bool IsThere { get; init; }
    }
}

/// <summary>What a request to take cases over led to.</summary>
/// <param name="View">The answer.</param>
/// <param name="Recorded">The cases that this request recorded, whose orchestrations have to be started.</param>
/// <param name="Previewed">Of a dry run the cases that would be recorded.</param>
public sealed record TakenOver(TakeOverView View, IReadOnlyList<CaseRecord> Recorded, IReadOnlyList<CaseRecord> Previewed);

/// <summary>Whether cases are recorded.</summary>
public enum TakeOverMode
{
    /// <summary>Record them when none is refused.</summary>
    Write,

    /// <summary>Only say what would follow.</summary>
    DryRun,
}
