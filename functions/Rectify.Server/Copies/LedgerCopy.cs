using System.Globalization;
using Rectify.Domain;
using Rectify.Domain.Cases;
using Rectify.Office.Accounts;
using Rectify.Office.Consultations;
using Rectify.Office.Journals;
using Rectify.Office.Register;
using Rectify.Server.CommandLine;

namespace Rectify.Server.Copies;

/// <summary>Copies one store into another, and compares the two.</summary>
/// <remarks>Every part may be copied again over the remains of an earlier attempt, with the same result.</remarks>
internal static class LedgerCopy
{
    /// <summary>The progress is shown after this many cases.</summary>
    private const int Step = 100;

    /// <summary>Copies everything from one store into the other.</summary>
    public static async Task RunAsync(Store from, Store to, Progress progress, CancellationToken cancellation)
    {
        await to.Registry.PutAllAsync(await from.Registry.AllUnitsAsync(cancellation), await from.Registry.AllOfficialsAsync(cancellation),
            cancellation);

        var reached = await to.Calendar.RevisionAsync(cancellation);
        foreach (var import in (await from.ImportsAsync(cancellation)).Where(import => import.Revision > reached))
            await to.Calendar.AddAsync(import.Year, import.Actor, import.At, cancellation);

        foreach (var entry in await from.Assessments.AllAsync(cancellation)) await to.Assessments.TryAddAsync(entry, cancellation);
        foreach (var entry in await from.Yearly.AllAsync(cancellation)) await to.Yearly.TryAddAsync(entry, cancellation);

        foreach (var entry in await from.Rulebooks.EntriesAsync(cancellation)) await to.Rulebooks.TryAddAsync(entry, cancellation);
        foreach (var entry in await from.Accounts.EntriesAsync(cancellation)) await to.Accounts.TryAddAsync(entry, cancellation);

        foreach (var (journal, entry) in await from.JournalsAsync(cancellation))
            await to.Journals.TryAppendAsync(journal, entry.Place - 1, [new(entry.Key, entry.Text)], cancellation);

        foreach (var feed in await from.Feeds.ListAsync(cancellation))
        {
            await to.Feeds.AddAsync(feed, cancellation);
            if (feed is { RevokedBy: { } by, RevokedAt: { } at }) await to.Feeds.RevokeAsync(feed.FeedId, by, at, cancellation);
        }

        foreach (var row in await from.AccessRowsAsync(cancellation)) await to.Access.AddAsync(row, cancellation);

        await foreach (var (consultation, request) in from.Consultations.AllAsync(cancellation))
        {
            if (await to.Consultations.FindAsync(consultation.ConsultationId, cancellation) is null)
                await to.Consultations.RecordAsync(consultation, consultation.Number.Series!, request, cancellation);
        }

        await to.Acceptances.PutAllAsync(await from.Acceptances.AllAsync(cancellation), cancellation);

        var copied = 0;
        await foreach (var one in from.Cases.ReadAsync(cancellation))
        {
            await to.Cases.WriteAsync(one, cancellation);
            if (++copied % Step == 0) progress.Show(string.Create(CultureInfo.InvariantCulture, $"{copied:#,0} cases copied"));
        }

        progress.End();
        await to.Cases.WriteYearsAsync(await from.Cases.ReadYearsAsync(cancellation), cancellation);
        if (from.OfficerKey.ReadHash() is { } hash) to.OfficerKey.Put(hash);
    }

    /// <summary>Reads both stores completely. Reports what the source holds and every difference, including broken hash chains.</summary>
    public static async Task<CopyReport> CompareAsync(Store from, Store to, Progress progress, CancellationToken cancellation)
    {
        var (differences, cases, events, mails, receipts) = (new List<string>(), 0, 0, 0, 0);
        await using var copies = to.Cases.ReadAsync(cancellation).GetAsyncEnumerator(cancellation);
        await foreach (var one in from.Cases.ReadAsync(cancellation))
        {
            if (cases % Step == 0 && cases > 0) progress.Show(string.Create(CultureInfo.InvariantCulture, $"{cases:#,0} cases compared"));
            (cases, events, mails, receipts) = (cases + 1, events + one.Events.Count, mails + one.Mails.Count,
                receipts + (one.Receipt is null ? 0 : 1));
            if (EventChain.FirstBreak(one.Events) is { } broken)
                differences.Add($"case {one.Entry.CaseId}: the chain is broken at entry {broken}, in the source");
            if (!await copies.MoveNextAsync() || copies.Current.Entry.CaseId != one.Entry.CaseId)
            {
                differences.Add($"case {one.Entry.CaseId}: is missing or stands in another place");
                break;
            }

            if (EventChain.FirstBreak(copies.Current.Events) is { } torn)
                differences.Add($"case {one.Entry.CaseId}: the chain is broken at entry {torn}");
            if (copies.Current.Fingerprint() != one.Fingerprint()) differences.Add($"case {one.Entry.CaseId}: is not the same");
        }

        if (differences.Count == 0 && await copies.MoveNextAsync())
            differences.Add($"case {copies.Current.Entry.CaseId}: is not in the source");

        progress.End();
        var units = await SameAsync("units", from, to, async store => await store.Registry.AllUnitsAsync(cancellation), differences);
        var officials =
            await SameAsync("officials", from, to, async store => await store.Registry.AllOfficialsAsync(cancellation), differences);
        var assessments = await SameAsync("assessments", from, to, store => store.Assessments.AllAsync(cancellation), differences);
        var yearly = await SameAsync("yearly entries", from, to, store => store.Yearly.AllAsync(cancellation), differences);
        var reminders = await SameAsync("reminders of years", from, to, store => store.Cases.ReadYearsAsync(cancellation), differences);
        var acceptances = await SameAsync("acceptances", from, to, store => store.Acceptances.AllAsync(cancellation), differences);
        var imports = await SameAsync("calendar years", from, to, store => store.ImportsAsync(cancellation), differences);
        var rulebooks =
            await SameAsync("entries about rulebooks", from, to, store => store.Rulebooks.EntriesAsync(cancellation), differences);
        await SameAsync<JournalEntry>("journals", from, to,
            async store => [.. (await store.JournalsAsync(cancellation)).Select(one => one.Entry)], differences);
        var accounts =
            await SameAsync("entries about accounts", from, to, store => store.Accounts.EntriesAsync(cancellation), differences);
        if (AccountEntry.FirstBreak(await to.Accounts.EntriesAsync(cancellation)) is { } accountBreak)
            differences.Add($"accounts: the chain is broken at entry {accountBreak}");
        var feeds = await SameAsync("feeds", from, to, store => store.Feeds.ListAsync(cancellation), differences);
        await SameAsync("sessions and protection keys", from, to, store => store.AccessRowsAsync(cancellation), differences);
        var consultations =
            await SameAsync<LoggedConsultation>("consultations", from, to,
                async store => await store.Consultations.AllAsync(cancellation).ToListAsync(cancellation), differences);
        if (from.OfficerKey.ReadHash() is { } hash && !hash.AsSpan().SequenceEqual(to.OfficerKey.ReadHash()))
            differences.Add("officer key: is not the same");

        return new CopyReport(
            [("cases", cases), ("entries", events), ("mails", mails), ("receipts", receipts), ("units", units), ("officials", officials),
                ("assessments", assessments), ("yearly entries", yearly), ("reminders of years", reminders), ("acceptances", acceptances),
                ("consultations", consultations), ("calendar years", imports), ("entries about rulebooks", rulebooks),
                ("entries about accounts", accounts),
                ("feeds", feeds)],
            differences);
    }

    private static async Task<int> SameAsync<T>(
        string what, Store from, Store to, Func<Store, Task<IReadOnlyList<T>>> readAsync, List<string> differences)
    {
        var source = await readAsync(from);
        if (!source.Select(DomainJson.Text).SequenceEqual((await readAsync(to)).Select(DomainJson.Text)))
            differences.Add($"{what}: are not the same");
        return source.Count;
    }
}

/// <summary>The result of a copy.</summary>
/// <param name="Counts">How many things of each kind the source holds.</param>
/// <param name="Differences">What the target does not hold in the same way; empty when the copy is complete.</param>
internal sealed record CopyReport(IReadOnlyList<(string Kind, int Count)> Counts, IReadOnlyList<string> Differences);
