using Rectify.Domain.Calendar;
using Rectify.Office.BarredRegister;
using Rectify.Office.Cases;
using Rectify.Office.Eligibility;
using Rectify.Office.Journals;
using Rectify.Office.Outbox;
using Rectify.Office.Register;
using Rectify.Office.Settings;

namespace Rectify.Office.Consultations;

/// <summary>
/// Keeps replies alive for as long as they are valid: notices when an answer differs from what was told last, records it, and tells whoever
/// asked.
/// </summary>
/// <remarks>
/// An answer no longer holds when the same question about the same day would be answered otherwise now, or when something else begins
/// while the reply is valid than was known when it was given. It is compared with what eligibility answers, so that it does not matter
/// what has changed: a measure, a revocation, a correction, a calendar, a successor.
/// </remarks>
public sealed class LivingReplies(
    IConsultationStore log, SubjectLookup subjectLookup, IJournalStore journals, IOutbox outbox, ReplyReaders readers,
    IRegisterStore registerStore, PersonJoins joins, OfficeSettings office, TimeProvider clock)
{
    private const int PageSize = 100;

    // No reply is valid for longer.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(370);

    private readonly JournalMemory<OvertakenAnswer> overtaken = new(journals, Journal.OvertakenReplies);
    private readonly SemaphoreSlim turn = new(1);
    private readonly Dictionary<string, Consultation> living = [];
    private string? newest;

    /// <summary>
    /// The answers of a reply that no longer hold, and of those what was found later, in the order in which it was found.
    /// </summary>
    public async Task<IReadOnlyList<OvertakenAnswer>> OfAsync(string consultationId, CancellationToken cancellation) =>
        [.. (await overtaken.AllAsync(cancellation)).Select(one => one.Said).Where(one => one.ConsultationId == consultationId)];

    /// <summary>
    /// Checks the valid replies that rest on a case or are about somebody whom it names; returns to what the mails belong that it wrote.
    /// </summary>
    public async Task<IReadOnlySet<OutboxOwner>> CheckAsync(CaseRecord record, CancellationToken cancellation) =>
        await CheckAsync(await ConcernedAsync(record, cancellation), cancellation);

    /// <summary>Checks every valid reply: also finds what no case tells, such as a successor or a joined id.</summary>
    public async Task<IReadOnlySet<OutboxOwner>> CheckAllAsync(CancellationToken cancellation) =>
        await CheckAsync(await LivingAsync(cancellation), cancellation);

    /// <summary>The answers of valid replies that would no longer hold if a case stood like this.</summary>
    public async Task<IReadOnlyList<OvertakenAnswer>> OvertakenByAsync(CaseRecord changed, CancellationToken cancellation)
    {
        List<OvertakenAnswer> found = [];
        foreach (var reply in await ConcernedAsync(changed, cancellation))
            found.AddRange(await CompareAsync(reply, entry => entry.With(changed), cancellation));
        return [.. found.Where(one => !one.HoldsAgain)];
    }

    private async Task<IReadOnlySet<OutboxOwner>> CheckAsync(IReadOnlyList<Consultation> replies, CancellationToken cancellation)
    {
        var owners = new HashSet<OutboxOwner>();
        foreach (var reply in replies)
        {
            var found = await CompareAsync(reply, entry => entry, cancellation);
            if (found.Count == 0) continue;

            // The mail first: if this process ends before the entries, the next check writes the same mail, which is there already.
            if (await readers.OfAsync((reply.Actor, reply.AskedAs, reply.AsOf), reply.ReplyTo, reply.AskedBy, cancellation) is { } reader
                && ReplyTexts.OfOvertaken(reply, found, reader, office, clock.GetUtcNow()) is var mail
                && await outbox.AddAsync(mail, cancellation))
                owners.Add(mail.Owner);
            foreach (var one in found)
            {
                await overtaken.AppendAsync(
                    all => all.LastOrDefault(entry => IsAbout(entry.Said, one)).Said is { } last && last.Now == one.Now
                        ? null
                        : (one.ConsultationId, one),
                    cancellation);
            }
        }

        return owners;
    }

    // The answers that differ from what was answered or, where that was told to have changed, from what was told last. While a case cannot
    // be read, nothing is known about those whom it names.
    private async Task<IReadOnlyList<OvertakenAnswer>> CompareAsync(
        Consultation reply, Func<SubjectRecord, SubjectRecord> changed, CancellationToken cancellation)
    {
        var told = (await OfAsync(reply.ConsultationId, cancellation)).GroupBy(one => one.Subject)
            .ToDictionary(same => same.Key, same => (same.Last().Now, Times: same.Count()));
        var now = clock.GetUtcNow();
        var entries = await subjectLookup.FindAsync([.. reply.Answers.Select(answer => answer.Subject)], now, cancellation);
        return
        [
            .. from answer in reply.Answers
               let entry = changed(entries[answer.Subject])
               where entry.Unreadable.Count == 0
               let before = new StandingAnswer(answer.Finding, answer.Later)
               let after = new StandingAnswer(
                   Finding.Of(answer.Subject, entry.EligibilityOn(reply.On)), entry.NextAfter(reply.On, reply.ValidTo!.Value))
               let last = told.GetValueOrDefault(answer.Subject, (Now: before, Times: 0))
               where after != last.Now
               select new OvertakenAnswer(
                   reply.ConsultationId, reply.Number.Text, reply.AskedBy, answer.Subject, answer.Name, before, after, now)
               {
                   Earlier = last.Times,
               },
        ];
    }

    private async Task<IReadOnlyList<Consultation>> LivingAsync(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            // Mostly there is no new reply, so that one is read first.
            var (now, first, continuation, isOver, top) = (clock.GetUtcNow(), (string?)null, (string?)null, false, 1);
            List<Consultation> added = [];
            do
            {
                var slice = await log.ListNewestAsync(null, top, continuation, cancellation);
                foreach (var reply in slice.Items)
                {
                    first ??= reply.ConsultationId;
                    if (isOver = reply.ConsultationId == newest || reply.AsOf < now - Longest) break;
                    added.Add(reply);
                }

                (continuation, top) = (slice.Continuation, PageSize);
            }
            while (!isOver && continuation is not null);

            newest = first ?? newest;
            var today = LocalDay.Of(now);
            foreach (var reply in added.Where(reply => reply.ValidTo >= today)) living[reply.ConsultationId] = reply;
            foreach (var (id, _) in living.Where(one => one.Value.ValidTo < today).ToList()) living.Remove(id);
            return [.. living.Values.OrderBy(reply => reply.ConsultationId, StringComparer.Ordinal)];
        }
        finally
        {
            turn.Release();
        }
    }

    // By whoever answers for whom now: ids may have been joined, and units may have got successors, since the reply was given.
    private async Task<IReadOnlyList<Consultation>> ConcernedAsync(CaseRecord record, CancellationToken cancellation)
    {
        var replies = await LivingAsync(cancellation);
        if (replies.Count == 0) return [];

        var answering = await Answering.WhereAsync(registerStore, joins, _ => true, cancellation);
        var named = record.State.File.EverySubject.ToHashSet();
        return
        [
            .. replies.Where(reply => reply.Answers.Any(answer =>
                answer.Cases.Any(version => version.CaseId == record.CaseId) || answer.AnswersFor.Any(named.Contains)
                || answering.AnswersFor(answer.Subject).Any(named.Contains))),
        ];
    }

    private static bool IsAbout(OvertakenAnswer one, OvertakenAnswer other) =>
        one.ConsultationId == other.ConsultationId && one.Subject == other.Subject;
}
