using System.Security.Cryptography;
using System.Text;
using Rectify.Domain.Cases;
using Rectify.Domain.Terms;
using Rectify.Functions.Cases;
using Rectify.Functions.Notices.Texts;
using Rectify.Functions.YearlyCycle;

namespace Rectify.Functions.Notices;

/// <summary>Answers from ledger and register.</summary>
internal sealed class CaseMail(CaseDesk desk, AddresseeBook addressees, YearlyMail yearly, NoticeSettings settings, TimeProvider time) : ICaseMail
{
    public async Task<IReadOnlyDictionary<NoticeId, string>> WhyWithdrawnAsync(
        IReadOnlyList<Notice> notices, CaseRecord? asRead, CancellationToken cancellation)
    {
        if (notices is [{ } first, ..] && YearFile.YearOf(first.CaseId) is { } year) return await yearly.WhyWithdrawnAsync(notices, year, cancellation);

        var withdrawn = new Dictionary<NoticeId, string>();
        var reminders = notices.Where(notice => ReminderTexts.Templates.Contains(notice.Template)).ToList();
        if (reminders.Count == 0 || (asRead ?? await desk.FindAsync(reminders[0].CaseId, cancellation)) is not { } record) return withdrawn;

        Addressees? to = null;
        foreach (var notice in reminders)
        {
            if (record.Stream.FirstOrDefault(entry => entry.Sequence == notice.Sequence)?.Event is not CaseEvent.ReminderDue(var reminder)) continue;

            var why = ReminderValidity.WhyOver(reminder, record.State, LocalDay.Of(time.GetUtcNow()));
            if (why is null && reminder.Kind == ReminderKind.SanctionEnd)
                why = WhyNotTo(notice.Recipient, reminder, record.State.File, to ??= await addressees.OfAsync(record.State.File, cancellation));
            if (why is not null) withdrawn[notice.Id] = why;
        }

        return withdrawn;
    }

    public async Task<Notice?> EscalationOfAsync(Notice undelivered, CancellationToken cancellation)
    {
        // About a mail that tells of an undelivered mail nobody is told: the outbox shows it.
        if (undelivered.Template == UndeliveredTexts.Template) return null;
        if (await desk.FindAsync(undelivered.CaseId, cancellation) is not { } record) return null;

        var file = record.State.File;
        var to = await addressees.OfAsync(file, cancellation);
        if (to.Office is not { } office || office.Address.Equals(undelivered.Recipient.Address, StringComparison.OrdinalIgnoreCase)) return null;

        var now = time.GetUtcNow();
        var isLiaison = to.Liaison.Address.Equals(undelivered.Recipient.Address, StringComparison.OrdinalIgnoreCase);
        var (subject, body) = UndeliveredTexts.Of(undelivered, isLiaison, file, office.Language, settings, LocalDay.Of(now));
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(undelivered.Id.Value)))[..16];
        return new Notice(
            new NoticeId($"{undelivered.CaseId}.{undelivered.Sequence:D4}.{UndeliveredTexts.Template}.{digest}"),
            undelivered.CaseId, undelivered.Sequence, UndeliveredTexts.Template, office, subject, body, now);
    }

    // A single sanction may have been taken back: the end that is announced is then no more that person's.
    private static string? WhyNotTo(Recipient recipient, Reminder reminder, CaseFile file, Addressees to)
    {
        var told = SanctionTexts.Ending(reminder, file).To.ToList();
        var reader = Reader.Of(Capacity.Everybody(file), to)
            .FirstOrDefault(reader => reader.Recipient.Address.Equals(recipient.Address, StringComparison.OrdinalIgnoreCase));
        return reader is null || reader.Capacities.Any(told.Contains) ? null : "The sanction of this person was taken back.";
    }
}
