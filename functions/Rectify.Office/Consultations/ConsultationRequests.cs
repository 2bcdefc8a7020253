using Rectify.Office.Access;
using Rectify.Office.Journals;
using Rectify.Office.Outbox;
using Rectify.Office.Requests;
using Rectify.Office.Settings;

namespace Rectify.Office.Consultations;

/// <summary>The consultations that an officer answers: they wait, and are issued with a number or returned with a reason.</summary>
/// <remarks>
/// The entry that says that a consultation is issued comes before the reply, so that it cannot be returned as well; the reply is recorded
/// under a key made of the consultation, so that it is one however often issuing is repeated.
/// </remarks>
public sealed class ConsultationRequests(
    ConsultationHandler handler, IConsultationStore log, IJournalStore journals, IOutbox outbox, ReplyReaders readers,
    OfficeSettings office, TimeProvider clock)
{
    // For how long after a decision it is looked after whether its reply and its mail are there.
    private static readonly TimeSpan Unfinished = TimeSpan.FromDays(31);

    private readonly JournalMemory<ConsultationRequestEntry> journal = new(journals, Journal.ConsultationRequests);

    /// <summary>Whether what this caller asks is answered by an officer.</summary>
    public bool AwaitsOfficer(Caller caller) => office.Replies == ReplyMode.ByOfficer && caller.Role == Role.Consulting;

    /// <summary>The consultations that a caller may see, the latest first: a consulting body sees its own.</summary>
    public async Task<IReadOnlyList<ConsultationRequest>> ListAsync(Caller caller, CancellationToken cancellation) =>
        [.. (await AllAsync(cancellation)).Where(request => MaySee(caller, request)).Reverse()];

    /// <summary>The consultation; 404 when there is none, and also when another body asked it.</summary>
    public async Task<Outcome<ConsultationRequest>> FindAsync(string requestId, Caller caller, CancellationToken cancellation) =>
        (await AllAsync(cancellation)).FirstOrDefault(request => request.RequestId == requestId) is { } found && MaySee(caller, found)
            ? found
            : Problem.NotFound(ConsultationMessages.NoRequest, requestId);

    /// <summary>The reply that was issued; null while there is none.</summary>
    public async Task<Consultation?> ReplyOfAsync(ConsultationRequest request, CancellationToken cancellation) =>
        request.State == RequestState.Issued
            ? (await log.FindByKeyAsync(KeyOf(request.RequestId).Key, cancellation))?.Consultation
            : null;

    /// <summary>Has a consultation wait for an officer; or returns why it could not be answered.</summary>
    /// <param name="body">What is asked.</param>
    /// <param name="rows">How each subject was found; null to find that out from the body.</param>
    /// <param name="place">Names a subject by its index in the caller's terms.</param>
    /// <param name="key">The request's idempotency key and fingerprint; null when it has none.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellation">Stops the waiting; what is recorded stays recorded.</param>
    public async Task<Outcome<ConsultationRequest>> AskAsync(
        ConsultationBody body, IReadOnlyList<ConsultedRow>? rows, Func<int, string> place, KeyedRequest? key, Caller caller,
        CancellationToken cancellation)
    {
        if (!AwaitsOfficer(caller))
            return Problem.Of(ProblemKind.Conflict, ProblemTitles.ConsultationState, ConsultationMessages.RepliesAtOnce);
        if (key is not null && await EarlierAsync(key, cancellation) is { } earlier) return earlier;
        if (rows is null && body.Rows is { } given
            && !(await handler.IdentifyAsync(given, body.Subjects, cancellation)).Try(out rows, out var problem)) return problem;
        if (!(await handler.AnswerAsync(body, place, caller, cancellation)).Try(out _, out var refusal)) return refusal;

        var now = clock.GetUtcNow();
        var entry = new ConsultationRequestEntry(
            Guid.CreateVersion7(now).ToString("n"), RequestState.Waiting, caller.Actor, now,
            new AskedConsultation(body with { Rows = null }, caller.Name, caller.Role, rows, key, caller.AccountId));
        var added = await journal.AppendAsync(
            all => key is not null && all.Any(one => one.Said.Asked?.Key?.Key == key.Key) ? null : (entry.RequestId, entry), cancellation);
        return added is null
            ? (await EarlierAsync(key!, cancellation))!.Value
            : await FindAsync(entry.RequestId, caller, cancellation);
    }

    /// <summary>The reply as it would be issued now, with 0 in place of its number; nothing is recorded.</summary>
    public async Task<Outcome<Consultation>> AnswerAsync(ConsultationRequest request, CancellationToken cancellation) =>
        (await handler.AnswerAsync(request.Asked.Body, PlaceIn, request.Asked.Caller, cancellation)).Try(out var draft, out var problem)
            ? draft with { Rows = request.Asked.Rows }
            : problem;

    /// <summary>Numbers the reply, issues it, and tells whoever asked. Repeated, it is the same reply.</summary>
    public async Task<Outcome<Consultation>> IssueAsync(string requestId, Caller officer, CancellationToken cancellation)
    {
        if (!(await FindAsync(requestId, officer, cancellation)).Try(out var request, out var problem)) return problem;
        if (request.State == RequestState.Waiting)
        {
            if (!(await AnswerAsync(request, cancellation)).Try(out _, out problem)) return problem;
            request = await DecideAsync(requestId, RequestState.Issued, null, officer, cancellation);
        }

        return request.State == RequestState.Issued ? await ReplyAsync(request, cancellation) : Decided(request);
    }

    /// <summary>
    /// Gives the reply and the mail of what was decided lately, where the process ended before they were recorded; returns how many
    /// replies cannot be given, because what they rest on cannot be read.
    /// </summary>
    public async Task<int> FinishAsync(CancellationToken cancellation)
    {
        var (since, left) = (clock.GetUtcNow() - Unfinished, 0);
        foreach (var request in (await AllAsync(cancellation)).Where(one => one.Decided?.At >= since))
        {
            if (request.State == RequestState.Returned) await TellReturnedAsync(request, cancellation);
            else if (!(await ReplyAsync(request, cancellation)).Try(out _, out _)) left++;
        }

        return left;
    }

    private async Task<Outcome<Consultation>> ReplyAsync(ConsultationRequest request, CancellationToken cancellation)
    {
        if (!(await handler.AskAsync(
            request.Asked.Body, request.Asked.Rows, PlaceIn, KeyOf(request.RequestId), request.Asked.Caller, cancellation,
            request.Decided!.Value.By)).Try(out var reply, out var problem)) return problem;
        if (await readers.OfAsync((reply.Actor, reply.AskedAs, request.At), reply.ReplyTo, reply.AskedBy, cancellation) is { } reader)
            await outbox.AddAsync(ReplyTexts.OfIssued(reply, reader, office, clock.GetUtcNow()), cancellation);
        return reply;
    }

    private async Task TellReturnedAsync(ConsultationRequest request, CancellationToken cancellation)
    {
        var asked = request.Asked;
        if (await readers.OfAsync(
            (asked.Caller.Actor, asked.Role, request.At), asked.Body.ReplyTo, asked.Body.AskedBy, cancellation) is { } reader)
            await outbox.AddAsync(ReplyTexts.OfReturned(request, reader, office, clock.GetUtcNow()), cancellation);
    }

    /// <summary>Returns the question with a reason: nothing is answered.</summary>
    public async Task<Outcome<ConsultationRequest>> ReturnAsync(
        string requestId, string reason, Caller officer, CancellationToken cancellation)
    {
        if (TextLimits.Refuse(("reason", reason, TextLimits.Page)) is { } refusal) return refusal;
        if (!(await FindAsync(requestId, officer, cancellation)).Try(out var request, out var problem)) return problem;
        if (request.State == RequestState.Waiting)
            request = await DecideAsync(requestId, RequestState.Returned, reason, officer, cancellation);
        if (request.State != RequestState.Returned || request.Reason != reason) return Decided(request);
        await TellReturnedAsync(request, cancellation);
        return request;
    }

    // The first decision stands.
    private async Task<ConsultationRequest> DecideAsync(
        string requestId, RequestState state, string? reason, Caller officer, CancellationToken cancellation)
    {
        var entry = new ConsultationRequestEntry(requestId, state, officer.Actor, clock.GetUtcNow(), Reason: reason);
        await journal.AppendAsync(
            all => all.Any(one => one.Said.RequestId == requestId && one.Said.State != RequestState.Waiting) ? null : (requestId, entry),
            cancellation);
        return (await AllAsync(cancellation)).First(request => request.RequestId == requestId);
    }

    private async Task<Outcome<ConsultationRequest>?> EarlierAsync(KeyedRequest key, CancellationToken cancellation) =>
        (await AllAsync(cancellation)).FirstOrDefault(request => request.Asked.Key?.Key == key.Key) is { } same
            ? same.Asked.Key == key ? same : IdempotencyKey.Reused
            : (Outcome<ConsultationRequest>?)null;

    private async Task<IReadOnlyList<ConsultationRequest>> AllAsync(CancellationToken cancellation)
    {
        var all = new OrderedDictionary<string, ConsultationRequest>();
        foreach (var (_, entry) in await journal.AllAsync(cancellation))
        {
            all[entry.RequestId] = entry.Asked is { } asked
                ? new ConsultationRequest(entry.RequestId, asked, entry.At, entry.By, RequestState.Waiting)
                : all[entry.RequestId] with { State = entry.State, Decided = (entry.By, entry.At), Reason = entry.Reason };
        }

        return [.. all.Values];
    }

    private static bool MaySee(Caller caller, ConsultationRequest request) =>
        caller.Role is Role.Officer or Role.Auditor || caller.IsActor(request.Actor);

    private static Problem Decided(ConsultationRequest request) => Problem.Of(
        ProblemKind.Conflict, ProblemTitles.ConsultationState,
        request.State == RequestState.Issued ? ConsultationMessages.WasIssued : ConsultationMessages.WasReturned);

    private static KeyedRequest KeyOf(string requestId) => new($"consultation-request|{requestId}", requestId);

    private static string PlaceIn(int index) => $"subjects[{index}]";
}
