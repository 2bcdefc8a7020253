using System.Diagnostics;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Requests;

namespace Rectify.Office.Openings;

/// <summary>Decides whether the cases of a document may be opened, and names each of them.</summary>
public sealed class OpeningDecider(
    CaseRepository cases, AppendBuilder appends, CaseReader reader, CurrentCalendar calendar, TimeProvider clock)
{
    /// <summary>The decided openings, in the order of the request, or everything that is wrong with any of them.</summary>
    /// <param name="set">The openings.</param>
    /// <param name="number">The number of their document.</param>
    /// <param name="key">The key of the request, from which the ids follow; null when it has none.</param>
    /// <param name="cancellation">Stops.</param>
    public async Task<Outcome<IReadOnlyList<DecidedOpening>>> DecideAsync(
        OpeningSet set, DocumentNumber number, string? key, CancellationToken cancellation)
    {
        var ids = set.Drafts.Select((draft, index) => IdFor(draft, index == 0 || key is null ? key : $"{key}|{index}")).ToList();
        var shared = set.Drafts.Count == 1 ? null : SharedBy(set.Drafts, ids);
        List<DecidedOpening> decided = [];
        List<Problem> problems = [];
        foreach (var (index, draft) in set.Drafts.Index())
        {
            if ((await DecideAsync(draft, (ids[index], number), shared, cancellation)).Try(out var one, out var problem)) decided.Add(one);
            else problems.Add(set.Blame(index, problem));
        }

        return Problem.Together(problems) is { } everything ? everything : decided;
    }

    private async Task<Outcome<DecidedOpening>> DecideAsync(
        OpeningDraft draft, (CaseId CaseId, DocumentNumber Number) named, IReadOnlyList<SharedCase>? shared, CancellationToken cancellation)
    {
        if (CoveredDay.Refuse(draft.DayMember, draft.Day, calendar.Value) is { } uncovered)
            return Problem.Together(draft.Refusal, Problem.Of(uncovered))!;
        if (!draft.Command.Try(out var command, out var problem)) return Problem.Together(draft.Refusal, problem)!;
        if (CaseNaming.NameOf(command) is not null && await cases.FindAsync(named.CaseId, cancellation) is { } there) return Exists(there);

        command = With(command, shared);
        var context = cases.ContextFor(named.CaseId);
        if (command is CaseCommand.ListUnit list && await reader.HoldersAsync(list.Rulebook, list.Unit.UnitId, cancellation) is { } holders)
            context = context with { InOffice = holders };
        return Decider.Decide(CaseNumbering.Under(command, named.Number), new CaseState.NotOpened(), context) switch
        {
            Decision.Rejected(var rejection) => Problem.Together(draft.Refusal, Problem.Of(rejection))!,
            Decision.Accepted when draft.Refusal is { } refusal => refusal,
            Decision.Accepted(var events) => new DecidedOpening(command, context, await appends.AddresseesAsync([], events, cancellation)),
            var other => throw new UnreachableException(other.ToString()),
        };
    }

    // For a matter that may be opened once only, the id of the case follows from the matter: the ledger lets one of two requests open it,
    // whoever sends them. Otherwise it follows from the key, so that a request that is sent again could open no second case even in a
    // store without receipts.
    private CaseId IdFor(OpeningDraft draft, string? key) =>
        draft.Command.Try(out var command, out _) && CaseNaming.NameOf(command) is { } matter ? CaseNaming.IdOf(matter)
        : key is not null ? CaseNaming.IdOf(key)
        : new(Guid.CreateVersion7(clock.GetUtcNow()).ToString("n"));

    // Null while one of the openings is not even a command: then nothing is opened.
    private static IReadOnlyList<SharedCase>? SharedBy(IReadOnlyList<OpeningDraft> drafts, IReadOnlyList<CaseId> ids)
    {
        List<SharedCase> shared = [];
        foreach (var (draft, id) in drafts.Zip(ids))
        {
            if (!draft.Command.Try(out var command, out _)) return null;

            var unit = UnitOf(command);
            shared.Add(new SharedCase(id, unit.UnitId, unit.Name));
        }

        return shared;
    }

    private static ListedUnit UnitOf(CaseCommand command) => command switch
    {
        CaseCommand.ListUnit list => list.Unit,
        CaseCommand.Admonish admonish => admonish.Unit,
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private static CaseCommand With(CaseCommand command, IReadOnlyList<SharedCase>? shared) => (command, shared) switch
    {
        (CaseCommand.ListUnit list, { } cases) => list with { SharedBy = cases },
        (CaseCommand.Admonish admonish, { } cases) => admonish with { SharedBy = cases },
        _ => command,
    };

    private static Problem Exists(CaseRecord there) => Problem.Of(
        ProblemKind.Conflict, ProblemTitles.CaseExists,
        CaseRequestMessages.OpenedForTheSame.With(there.CaseId, there.State.File.Opening.DocumentNumber, CaseStatus.Of(there.State)));
}
