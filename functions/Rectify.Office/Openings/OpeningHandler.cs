using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Access;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;
using Rectify.Office.Requests;

namespace Rectify.Office.Openings;

/// <summary>Opens cases: decides, and appends the opening exactly once per idempotency key, with document numbers without gaps.</summary>
public sealed class OpeningHandler(
    OpeningDecider decider, CaseRepository cases, CaseCommandHandler commands, AppendBuilder appends, ILedger ledger,
    DocumentNumbers numbers, OpeningWarnings warnings, CaseReader reader, NotBarred notBarred, CurrentCalendar calendar)
{
    // Each collision means that another case was recorded meanwhile, so this many in a row is a bug, not load.
    private const int MaxCollisions = 1000;

    /// <summary>The answer to an earlier request with the same key; null when there was none.</summary>
    public async Task<Outcome<Opened>?> FindAnswerAsync(OpeningRequest request, CancellationToken cancellation)
    {
        if (request.Key is not { } key || await ledger.FindReceiptAsync(key, cancellation) is not { } receipt) return null;
        if (receipt.BodyHash != request.BodyHash) return IdempotencyKey.Reused;

        // The process that opened the case may have died before it recorded the link in the case before it.
        return await LinkedAsync(new Opened(receipt, []), request, cancellation);
    }

    /// <summary>Opens a case, and records in the case before it, if there is one, that this case followed.</summary>
    public Task<Outcome<Opened>> OpenAsync(OpeningDraft draft, OpeningRequest request, CancellationToken cancellation) =>
        OpenAsync(OpeningSet.Of(draft), request, cancellation);

    /// <summary>The same for the cases of a document that lists several units: all of them or none.</summary>
    public async Task<Outcome<Opened>> OpenAsync(OpeningSet set, OpeningRequest request, CancellationToken cancellation) =>
        (await RecordAsync(set, request, cancellation)).Try(out var opened, out var problem)
            ? await LinkedAsync(opened, request, cancellation)
            : problem;

    /// <summary>
    /// Records in the case on the lower rung that the next case followed it (S16). The opening entry of the next case names the lower one,
    /// so the link can be completed at any time.
    /// </summary>
    /// <returns>The case on the lower rung; null when there is none.</returns>
    public async Task<CaseId?> LinkAsync(CaseRecord next, string actor, CancellationToken cancellation)
    {
        var file = next.State.File;
        if (file.Opening.PrecededBy is { } earlier)
            await commands.ExecuteAsync(earlier, new CaseCommand.FollowUp(next.CaseId, file.Rung), actor, null, cancellation);
        return file.Opening.PrecededBy;
    }

    /// <summary>Records the opening entries alone.</summary>
    internal async Task<Outcome<Opened>> RecordAsync(OpeningSet set, OpeningRequest request, CancellationToken cancellation)
    {
        for (var collisions = 0; collisions < MaxCollisions; collisions++)
        {
            // Until the append draws the number, 0 stands in its place: nothing but the number depends on it.
            var series = set.First.DocumentNumber is null ? numbers.SeriesOf(set.First.Day.Year) : null;
            var asked = series?.At(0) ?? DocumentNumber.Parse(set.First.DocumentNumber!);
            if (!(await decider.DecideAsync(set, asked, request.Key, cancellation)).Try(out var decided, out var problem))
            {
                // The same request may have been sent twice, and the other one may have opened the case meanwhile: then its answer is
                // returned.
                return await FindAnswerAsync(request, cancellation) ?? problem;
            }

            List<OpeningView> views = [];
            foreach (var one in decided)
            {
                var opening = appends.Opening(one, asked, request.Actor).After;
                views.Add(new OpeningView(
                    calendar.Value, await warnings.OfAsync(opening, cancellation), await notBarred.OfAsync(opening.State, cancellation)));
            }

            var (answer, opened) = (default(Receipt)!, default(IReadOnlyList<CaseRecord>)!);
            var outcome = series is null
                ? await ledger.AppendAsync(Under(asked), cancellation)
                : await ledger.AppendAsync(new NumberedAppend(series, Under), cancellation);
            if (outcome is AppendOutcome.Recorded)
                return new Opened(answer, opened) { Warnings = [.. views.SelectMany(view => view.Warnings)] };
            if (outcome is AppendOutcome.NumberTaken && set.First.DocumentNumber is { } taken) return CaseProblems.NumberTaken(taken);
            if (await FindAnswerAsync(request, cancellation) is { } meanwhile) return meanwhile;

            LedgerAppend Under(DocumentNumber number)
            {
                var built = decided.Select(one => appends.Opening(one, number, request.Actor)).ToList();
                opened = [.. built.Select(one => one.After)];
                answer = new Receipt(
                    request.Key ?? "", request.BodyHash, 201, $"/api/cases/{opened[0].CaseId}",
                    set.Answer([.. opened.Zip(views, (record, view) => view.Of(record, decided[0].Context.Today))]));
                return OpeningOf(built[0], number, request.Key is null ? null : answer) with
                {
                    Others = [.. built.Skip(1).Select(one => OpeningOf(one, null, null))],
                };
            }
        }

        throw new InvalidOperationException($"No document number could be had after {MaxCollisions} attempts.");
    }

    /// <summary>What the opening would lead to. Records nothing.</summary>
    public async Task<Outcome<PreviewedOpening>> PreviewAsync(OpeningDraft draft, CancellationToken cancellation) =>
        (await PreviewAsync(OpeningSet.Of(draft), cancellation)).Try(out var previewed, out var problem) ? previewed[0] : problem;

    /// <summary>The same for each case of a document that lists several units.</summary>
    public async Task<Outcome<IReadOnlyList<PreviewedOpening>>> PreviewAsync(OpeningSet set, CancellationToken cancellation)
    {
        var number = await numbers.NumberAsync(set.First.DocumentNumber, set.First.Day.Year, cancellation);
        if (!(await decider.DecideAsync(set, number, null, cancellation)).Try(out var decided, out var problem)) return problem;

        List<PreviewedOpening> previewed = [];
        foreach (var one in decided)
        {
            var after = appends.Opening(one, number, CaseCommandHandler.System).After;
            previewed.Add(new PreviewedOpening(
                after, await warnings.OfAsync(after, cancellation), await ForeseenAsync(after, one.Context, cancellation),
                await notBarred.OfAsync(after.State, cancellation)));
        }

        return previewed;
    }

    private static LedgerAppend OpeningOf((LedgerAppend Append, CaseRecord After) built, DocumentNumber? number, Receipt? receipt) =>
        built.Append with { Opening = new CaseOpening([.. built.After.State.File.EverySubject], number, receipt) };

    // A listing whose deadline has passed already is previewed with the veto itself, so nothing is foreseen.
    private async Task<ForeseenVeto?> ForeseenAsync(CaseRecord after, DecisionContext context, CancellationToken cancellation)
    {
        if (after.State is not CaseState.Listed { File: { Opening: Opening.Listing } file }) return null;

        var holders = await reader.HoldersAsync(file.Rulebook, file.Opening.Unit.UnitId, cancellation);
        return ForeseenVeto.Of(file, context with { InOffice = holders ?? OfficeHolders.None }) is { } veto
            ? veto with { NotBarred = await notBarred.IfMissedAsync(file, veto.Officials, cancellation) }
            : null;
    }

    private async Task<Opened> LinkedAsync(Opened opened, OpeningRequest request, CancellationToken cancellation)
    {
        List<CaseId> preceding = [];
        foreach (var next in opened.NewCases is { Count: > 0 } fresh ? fresh : await OfAnswerAsync(opened, cancellation))
        {
            if (await LinkAsync(next, request.Actor, cancellation) is { } earlier) preceding.Add(earlier);
        }

        return opened with { Preceding = preceding };
    }

    // The cases of an earlier answer: that of its location, and those that share its document.
    private async Task<IReadOnlyList<CaseRecord>> OfAnswerAsync(Opened opened, CancellationToken cancellation)
    {
        if (await cases.FindAsync(opened.CaseId, cancellation) is not { } first) return [];

        List<CaseRecord> all = [first];
        foreach (var shared in first.State.File.Opening.SharedBy.Skip(1))
        {
            if (await cases.FindAsync(shared.CaseId, cancellation) is { } other) all.Add(other);
        }

        return all;
    }
}
