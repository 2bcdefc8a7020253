using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Eligibility;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Access;
using Rectify.Office.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Eligibility;
using Rectify.Office.Ledger;
using Rectify.Office.Matching;
using Rectify.Office.Requests;
using Rectify.Office.Rulebooks;
using Rectify.Office.Settings;

namespace Rectify.Office.Consultations;

/// <summary>Answers consultations, records them, and computes a recorded answer again.</summary>
public sealed class ConsultationHandler(
    SubjectLookup subjectLookup, RegisterMatching matching, IConsultationStore log, ILedger ledger, OfficeSettings office,
    CurrentCalendar calendar, TimeProvider clock, CaseReader reader, ReplyProver prover,
    CurrentRulebooks rulebooks)
{
    // How often an answer is computed again when one of its cases gets another entry meanwhile.
    private const int Attempts = 20;

    /// <summary>
    /// Answers a consultation and records the answer; or returns the problem, for example with every subject that is unknown.
    /// </summary>
    /// <param name="body">What is asked.</param>
    /// <param name="place">Names a subject by its index in the caller's terms.</param>
    /// <param name="request">The request's idempotency key and fingerprint; null when it has none.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellation">Stops the waiting; what is recorded stays recorded.</param>
    public async Task<Outcome<Consultation>> AskAsync(
        ConsultationBody body, Func<int, string> place, KeyedRequest? request, Caller caller, CancellationToken cancellation)
    {
        if (await EarlierAsync(request, cancellation) is { } earlier) return earlier;
        if (body.Rows is not { } rows) return await AskAsync(body, null, place, request, caller, cancellation);
        return (await IdentifyAsync(rows, body.Subjects, cancellation)).Try(out var identified, out var problem)
            ? await AskAsync(body, identified, place, request, caller, cancellation)
            : problem;
    }

    /// <summary>The same about a list whose rows were identified before.</summary>
    /// <param name="body">What is asked.</param>
    /// <param name="rows">How each subject was found; null when the subjects were given by their ids.</param>
    /// <param name="place">Names a subject by its index in the caller's terms.</param>
    /// <param name="request">The request's idempotency key and fingerprint; null when it has none.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellation">Stops the waiting; what is recorded stays recorded.</param>
    /// <param name="issuedBy">The officer who issues the reply; null when it goes out by itself.</param>
    public async Task<Outcome<Consultation>> AskAsync(
        ConsultationBody body, IReadOnlyList<ConsultedRow>? rows, Func<int, string> place, KeyedRequest? request, Caller caller,
        CancellationToken cancellation, string? issuedBy = null)
    {
        if (await EarlierAsync(request, cancellation) is { } earlier) return earlier;
        return (await ProvenAsync(body, place, caller, cancellation)).Try(out var draft, out var refusal)
            ? Repeat(await log.RecordAsync(
                draft with { Rows = rows, IssuedBy = issuedBy }, draft.Number.Series!, request, cancellation), request)
            : refusal;
    }

    /// <summary>What an earlier request with the same key was answered; null when there was none, or the request has no key.</summary>
    public async Task<Outcome<Consultation>?> EarlierAsync(KeyedRequest? request, CancellationToken cancellation) =>
        request is not null && await log.FindByKeyAsync(request.Key, cancellation) is { } earlier
            ? Repeat(earlier, request)
            : (Outcome<Consultation>?)null;

    /// <summary>The answer as it would be given now, with 0 in place of its number; nothing is recorded.</summary>
    /// <inheritdoc cref="AskAsync" path="/param"/>
    public async Task<Outcome<Consultation>> AnswerAsync(ConsultationBody body, Func<int, string> place, Caller caller,
        CancellationToken cancellation) =>
        (await DraftAsync(body, place, caller, cancellation)).Try(out var draft, out var refusal) ? draft.Reply : refusal;

    // The answer with the proof that the cases on which it rests are those of the moment.
    private async Task<Outcome<Consultation>> ProvenAsync(
        ConsultationBody body, Func<int, string> place, Caller caller, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (!(await DraftAsync(body, place, caller, cancellation)).Try(out var draft, out var refusal)) return refusal;
            Subject[] subjects = [.. draft.Reply.Answers.SelectMany(answer => answer.AnswersFor).Distinct()];
            if (await prover.OfAsync(subjects, draft.Read, cancellation) is { } proof) return draft.Reply with { Proof = proof };
        }

        return Problem.Of(ProblemKind.Conflict, ProblemTitles.CaseChanged, ConsultationMessages.CasesMoved);
    }

    private async Task<Outcome<Draft>> DraftAsync(
        ConsultationBody body, Func<int, string> place, Caller caller, CancellationToken cancellation)
    {
        var asOf = clock.GetUtcNow();
        if (body.Refuse(place, LocalDay.Of(asOf)) is { } refusal) return refusal;

        var found = await subjectLookup.FindAsync(body.Subjects, asOf, cancellation);
        var unknown = body.Subjects.Index().Where(item => !found[item.Item].IsKnown).ToList();
        if (unknown.Count > 0)
        {
            return Problem.Of(ProblemKind.RuleBroken, ProblemTitles.SubjectsUnknown,
                ConsultationMessages.Unknown.With([.. unknown.Select(item => item.Item)]))
                .About(unknown.ToDictionary(item => place(item.Index), item => ConsultationMessages.NotInRegister.With(item.Item)));
        }

        var unreadable = body.Subjects.Index().Where(item => found[item.Item].Unreadable.Count > 0).ToList();
        if (unreadable.Count > 0)
        {
            return found[unreadable[0].Item].Unreadable[0].ToProblem().About(unreadable.ToDictionary(
                item => place(item.Index),
                item => ConsultationMessages.OfUnreadableCase.With(item.Item, found[item.Item].Unreadable[0].CaseId)));
        }

        var on = body.On ?? LocalDay.Of(asOf);
        var series = new DocumentSeries(office.ReplyCode, LocalDay.Of(asOf).Year);
        await rulebooks.RefreshAsync(cancellation);
        var today = LocalDay.Of(asOf);
        var validTo = today.AddDays(rulebooks.Value.InForceOn(today)?.Rulebook?.ReplyValidity ?? Rulebook.UsualReplyValidity);
        var reply = new Consultation(
            Guid.CreateVersion7(asOf).ToString("n"), series.At(0), body.Purpose, on, body.AskedBy, caller.Actor, caller.Role, asOf,
            [.. body.Subjects.Select(subject => Answered(found[subject], on, validTo))])
        {
            ValidTo = validTo,
            ReplyTo = body.ReplyTo,
        };
        return new Draft(reply, [.. body.Subjects.SelectMany(subject => found[subject].Cases).DistinctBy(record => record.CaseId)]);
    }

    /// <summary>
    /// Computes every answer again from the cases as they stood when it was given, and returns those that come out differently.
    /// </summary>
    public async Task<IReadOnlyList<Difference>> VerifyAsync(Consultation consultation, CancellationToken cancellation)
    {
        var records = new Dictionary<CaseVersion, CaseRecord?>();
        foreach (var version in consultation.Answers.SelectMany(answer => answer.Cases).Distinct())
            records[version] = await ReadAsync(version, consultation.AsOf, cancellation);

        return
        [
            .. from answer in consultation.Answers
               let cases = answer.Cases.Select(version => records[version])
               let again = cases.Any(record => record is null)
                   ? null
                   : Finding.Of(answer.Subject,
                       EligibilityRule.Of(answer.AnswersFor, consultation.On, cases.Select(record => (record!.CaseId, record.State))))
               where answer.Finding != again
               select new Difference(answer.Subject, answer.Finding, again),
        ];
    }

    // Null when the ledger no longer holds what was read then: an entry was changed or lost.
    private async Task<CaseRecord?> ReadAsync(CaseVersion version, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var then = (await ledger.LoadAsync(version.CaseId, cancellation)).Take(version.Version).ToList();
        return then is [.., var last] && last.Sequence == version.Version && last.Hash == version.Hash
            && await reader.ReadAsync(
                new CaseStream(then, version.Version), new DecisionContext(version.CaseId, asOf, calendar.Value), cancellation)
                is CaseReading.Readable(var record)
            ? record
            : null;
    }

    private static ConsultedSubject Answered(SubjectRecord entry, DateOnly on, DateOnly validTo) => new(
        entry.Subject, entry.Name!, Finding.Of(entry.Subject, entry.EligibilityOn(on)),
        [.. entry.Cases.Select(record => new CaseVersion(record.CaseId, record.Version, record.Stream[^1].Hash))],
        entry.AnswersFor.Count > 1 ? [.. entry.AnswersFor.Where(subject => subject != entry.Subject)] : null,
        entry.Namesakes.Count > 0 ? [.. entry.Namesakes.Select(other => new ConsultedNamesake(other.Other, other.Likeness))] : null,
        entry.NextAfter(on, validTo));

    // How each row of a list was found. The rows are looked up again here, so that the reply says what the register knew of them, and not
    // what the caller claims.
    internal async Task<Outcome<IReadOnlyList<ConsultedRow>>> IdentifyAsync(
        IReadOnlyList<IdentifiedRow> rows, IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        if (IdentifiedRow.Refuse(rows, subjects) is { } refusal) return refusal;
        AskedRow[] asked = [.. rows.Index().Select(row => row.Item.Asked(row.Index + 1))];
        if (!(await matching.MatchAsync(asked, cancellation)).Try(out var matched, out var problem)) return problem;

        var choices = new RowChoices(row => rows[Array.FindIndex(asked, one => ReferenceEquals(one, row))].Subject is { } subject
            ? new RowChoice.One(subject)
            : new RowChoice.None());
        return matched.Index().Where(row => rows[row.Index].Subject is { } subject && row.Item.Match.Find(subject) is null).ToList()
            is { Count: > 0 } wrong
            ? Problem.Of(ProblemKind.RuleBroken, ProblemTitles.RuleBroken, ConsultationMessages.NoCandidates).About(wrong.ToDictionary(
                row => $"rows[{row.Index}].subject", row => ConsultationMessages.NoCandidate.With(rows[row.Index].Subject!)))
            : Outcome<IReadOnlyList<ConsultedRow>>.Of(choices.Decide(matched));
    }

    private static Outcome<Consultation> Repeat(LoggedConsultation logged, KeyedRequest? request) =>
        logged.Request is { } first && first.BodyHash != request?.BodyHash
            ? IdempotencyKey.Reused
            : logged.Consultation;

    // An answer and the cases that were read for it.
    private sealed record Draft(Consultation Reply, IReadOnlyCollection<CaseRecord> Read);
}

/// <summary>An answer that comes out differently when it is computed again.</summary>
/// <param name="Subject">About whom.</param>
/// <param name="Recorded">What was answered.</param>
/// <param name="Recomputed">What comes out now; null when the ledger no longer holds what was read then.</param>
public sealed record Difference(Subject Subject, Finding Recorded, Finding? Recomputed);
