using Rectify.Domain.Calendar;
using Rectify.Domain.Messages;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Cases;
using Rectify.Office.Requests;
using Rectify.Office.Rulebooks;

namespace Rectify.Office.RulebookChanges;

/// <summary>Loads rulebooks, decides which is in force, and retires them. Each change is an entry of the store.</summary>
/// <remarks>
/// Whatever is refused is judged by the entries up to the one before; when another process records one meanwhile, it is judged again.
/// </remarks>
public sealed class RulebookHandler(IRulebookStore store, CurrentRulebooks current, RunningCases runningCases, TimeProvider clock)
{
    private DateOnly Today => LocalDay.Of(clock.GetUtcNow());

    /// <summary>The edition that a text would be, or everything that is wrong with it.</summary>
    /// <param name="id">The id that the text has to have; null when any will do.</param>
    /// <param name="text">The text.</param>
    public Outcome<RulebookEdition> Check(string? id, string text)
    {
        if (!Read(id, text).Try(out var rulebook, out var problem)) return problem;
        var edition = new RulebookEdition(rulebook.Id, RulebookOrigin.Office, text, rulebook);
        return current.Value.Find(rulebook.Id) switch
        {
            null => edition,
            { Origin: RulebookOrigin.Office } standing when standing.Text == text => standing,
            _ => Problem.Of(ProblemKind.Conflict, ProblemTitles.RulebookState, RulebookChangeMessages.IdTaken.With(rulebook.Id)),
        };
    }

    /// <summary>Loads an edition; the same text under its id is not recorded again.</summary>
    public async Task<Outcome<RulebookEdition>> LoadAsync(string id, string text, string actor, CancellationToken cancellation)
    {
        while (true)
        {
            await current.RefreshAsync(cancellation);
            if (!Check(id, text).Try(out var edition, out var problem)) return problem;
            if (edition.Loaded is not null) return edition;
            if (await AddAsync(id, new RulebookAct.Load(text, edition.TextHash), actor, cancellation)) return current.Value.Find(id)!;
        }
    }

    /// <summary>Why an edition cannot be put in force from a day; null when it can.</summary>
    public Problem? RefuseInForce(string id, RulebookInForceBody body)
    {
        if (current.Value.Find(id) is not { } edition) return Problem.NotFound(RulebookChangeMessages.NoRulebook, id);
        if (!edition.IsOpen) return Conflict(RulebookChangeMessages.Retired.With(id));
        if (edition.Rulebook is not { } rulebook) return Unreadable(edition);

        var earliest = Today.AddDays(-rulebook.Backdating.MaxDaysBack);
        return Problem.Together(
            body.From < earliest
                ? Problem.Rule(
                    "from", RulebookChangeMessages.TooEarly.With(earliest, rulebook.Backdating.MaxDaysBack, body.From))
                : DateLimits.Asked("from", body.From, Today),
            rulebook.InForceOn(body.From)
                ? null
                : Problem.Rule("from", RulebookChangeMessages.NotValid.With(rulebook.ValidFrom, rulebook.ValidTo, body.From)),
            TextLimits.Refuse(("reason", body.Reason, TextLimits.Page)));
    }

    /// <summary>Puts an edition in force from a day; a decision that says what counts already is not recorded again.</summary>
    public async Task<Outcome<RulebookEdition>> PutInForceAsync(
        IOrchestrationWaker orchestrations, string id, RulebookInForceBody body, string actor, CancellationToken cancellation)
    {
        while (true)
        {
            await current.RefreshAsync(cancellation);
            if (RefuseInForce(id, body) is { } problem) return problem;

            var decided = current.Value.Entries.LastOrDefault(
                entry => entry.Act is RulebookAct.PutInForce put && put.From == body.From);
            if (decided?.RulebookId != id
                && !await AddAsync(id, new RulebookAct.PutInForce(body.From, body.Reason), actor, cancellation)) continue;

            // The yearly cycle may have other days under the new rulebook.
            await orchestrations.WakeYearlyCycleAsync(cancellation);
            return current.Value.Find(id)!;
        }
    }

    /// <summary>Why an edition cannot be retired; null when it can.</summary>
    public Problem? RefuseRetirement(string id, RulebookRetirementBody body)
    {
        if (current.Value.Find(id) is null) return Problem.NotFound(RulebookChangeMessages.NoRulebook, id);
        return current.Value.PeriodsOf(id).FirstOrDefault(period => !(period.To < Today)) is { } period
            ? Conflict(RulebookChangeMessages.StillInForce.With(id, period.From > Today ? period.From : Today))
            : TextLimits.Refuse(("reason", body.Reason, TextLimits.Page));
    }

    /// <summary>Retires an edition; one that is retired stays so, with the first reason.</summary>
    public async Task<Outcome<RulebookEdition>> RetireAsync(
        string id, RulebookRetirementBody body, string actor, CancellationToken cancellation)
    {
        while (true)
        {
            await current.RefreshAsync(cancellation);
            if (RefuseRetirement(id, body) is { } problem) return problem;
            if (current.Value.Find(id)!.Retired is null
                && !await AddAsync(id, new RulebookAct.Retire(body.Reason), actor, cancellation)) continue;
            return current.Value.Find(id)!;
        }
    }

    /// <summary>An edition compared with another one, by default the one in force today.</summary>
    public async Task<Outcome<RulebookComparisonView>> CompareAsync(
        RulebookEdition edition, string? with, CancellationToken cancellation)
    {
        if ((with is null ? current.Value.InForceOn(Today) : current.Value.Find(with)) is not { } other)
        {
            return with is null
                ? Problem.Of(ProblemKind.NotFound, ProblemTitles.NotFound, CaseRequestMessages.NoRulebook.With(Today))
                : Problem.NotFound(RulebookChangeMessages.NoRulebook, with);
        }

        if (edition.Rulebook is not { } after) return Unreadable(edition);
        if (other.Rulebook is not { } before) return Unreadable(other);

        var (cases, unreadable) = await runningCases.AllAsync(cancellation);
        return new RulebookComparisonView(edition.Id, other.Id, RulebookDifference.Between(before, after), cases, unreadable);
    }

    /// <summary>The edition as of today, for an answer.</summary>
    public RulebookEditionView ViewOf(RulebookEdition edition) => RulebookEditionView.Of(edition, current.Value, Today);

    /// <summary>The refusal of an edition that this version of the program cannot read.</summary>
    public static Problem Unreadable(RulebookEdition edition) => Problem.Of(
        ProblemKind.Unavailable, ProblemTitles.RulebookUnreadable, CaseRequestMessages.RulebookUnreadable.With(edition.Id));

    private static Problem Conflict(Message message) => Problem.Of(ProblemKind.Conflict, ProblemTitles.RulebookState, message);

    private Outcome<Rulebook> Read(string? id, string text)
    {
        if (id is not null && IdForm.Refuse("id", id) is { } malformed) return malformed;
        return RulebookUpload.Read(id, text, [.. current.Value.All.Select(edition => edition.Id)]) switch
        {
            RulebookReading.Readable(var rulebook) => rulebook,
            RulebookReading.Refused(var problems) => Refused(problems),
            var other => throw new System.Diagnostics.UnreachableException(other.ToString()),
        };
    }

    private static Problem Refused(IReadOnlyList<RulebookProblem> problems) => Problem.Of(
        ProblemKind.RuleBroken, ProblemTitles.RulebookRefused,
        RulebookChangeMessages.Refused.With([.. problems.Select(problem => problem.Sentence.At(problem.Path))])) with
    {
        Errors = problems.GroupBy(problem => problem.Path, problem => problem.Sentence.At(problem.Path)).ToDictionary(
            ofPath => ofPath.Key, ofPath => (IReadOnlyList<Message>)[.. ofPath], StringComparer.Ordinal),
    };

    private async Task<bool> AddAsync(string id, RulebookAct act, string actor, CancellationToken cancellation)
    {
        var entry = new RulebookEntry(current.Value.Revision + 1, id, act, actor, clock.GetUtcNow());
        if (!await store.TryAddAsync(entry, cancellation)) return false;
        await current.RefreshAsync(cancellation);
        return true;
    }
}
