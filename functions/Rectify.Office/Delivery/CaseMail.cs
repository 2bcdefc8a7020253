using Rectify.Domain;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Office.Cases;
using Rectify.Office.Letters;
using Rectify.Office.Outbox;
using Rectify.Office.Register;
using Rectify.Office.Settings;
using Rectify.Office.YearlyCycle;

namespace Rectify.Office.Delivery;

/// <summary>Answers from the ledger and the register of today.</summary>
public sealed class CaseMail(
    CaseRepository caseRepository, AddresseeLookup addresseeLookup, YearlyMail yearly, OfficeSettings office, NoticeSettings settings,
    TimeProvider time) : ICaseMail
{
    public async Task<IReadOnlyDictionary<NoticeId, string>> WhyWithdrawnAsync(
        IReadOnlyList<Notice> notices, CaseRecord? asRead, CancellationToken cancellation)
    {
        if (notices is [{ } first, ..] && first.Owner.Year is { } year)
            return await yearly.WhyWithdrawnAsync(notices, year, cancellation);

        var withdrawn = new Dictionary<NoticeId, string>();
        var reminders = notices.Where(notice => ReminderTexts.Templates.Contains(notice.Template)).ToList();
        if (reminders is not [{ Owner.Case: { } caseId }, ..]) return withdrawn;
        if ((asRead ?? await caseRepository.FindAsync(caseId, cancellation)) is not { } record) return withdrawn;

        Addressees? to = null;
        foreach (var notice in reminders)
        {
            if (record.Stream.FirstOrDefault(entry => entry.Sequence == notice.Sequence)?.Event is not CaseEvent.ReminderDue(var reminder))
                continue;

            var why = ReminderValidity.WhyOver(reminder, record.State, LocalDay.Of(time.GetUtcNow()));
            if (why is null && reminder.Kind == ReminderKind.SanctionEnd)
                why = WhyNotTo(notice.Recipient, reminder, record.State.File,
                    to ??= await addresseeLookup.OfAsync(record.State.File, cancellation));
            if (why is not null) withdrawn[notice.Id] = why;
        }

        return withdrawn;
    }

    public async Task<Notice?> EscalationOfAsync(Notice undelivered, CancellationToken cancellation)
    {
        // When the mail about an undelivered mail fails itself, nobody is mailed: the outbox shows it.
        if (undelivered.Template == UndeliveredTexts.Template) return null;
        // Nobody is mailed about a case that cannot be read either: whom it concerns is not known, and the outbox shows this mail too.
        if (undelivered.Owner.Case is not { } caseId) return null;
        if (await caseRepository.ReadAsync(caseId, cancellation) is not CaseReading.Readable(var record)) return null;

        var file = record.State.File;
        var to = await addresseeLookup.OfAsync(file, cancellation);
        if (OfficeBut(undelivered.Recipient.Address, to) is not { } told) return null;

        var now = time.GetUtcNow();
        var isLiaison = to.Liaison.Address.Equals(undelivered.Recipient.Address, StringComparison.OrdinalIgnoreCase);
        var (subject, body) = UndeliveredTexts.Of(undelivered, isLiaison, file, told.Language, settings, LocalDay.Of(now));
        var digest = Digest.Of(undelivered.Id.Value)[..16];
        return new Notice(
            new NoticeId($"{caseId}.{undelivered.Sequence:D4}.{UndeliveredTexts.Template}.{digest}"),
            caseId, undelivered.Sequence, UndeliveredTexts.Template, told, subject, body, now);
    }

    // The supervising office at the address that the register has for the unit, or else at the installation's own address: neither a
    // malformed address nor the one that failed is used. Null when none is left.
    private Recipient? OfficeBut(string failed, Addressees to)
    {
        Recipient?[] known = [to.Office, office.Email is { } own ? new Recipient(office.Name, own, office.Language) : null];
        return known.FirstOrDefault(
            one => one is not null && EmailAddressForm.IsOne(one.Address)
                && !one.Address.Equals(failed, StringComparison.OrdinalIgnoreCase));
    }

    // When this person's sanction was taken back, the announced end no longer concerns the person.
    private static string? WhyNotTo(Recipient recipient, Reminder reminder, CaseFile file, Addressees to)
    {
        bool IsAmong(IEnumerable<Capacity> capacities) =>
            Reader.Of(capacities, to).Any(reader => reader.Recipient.Address.Equals(recipient.Address, StringComparison.OrdinalIgnoreCase));
        return IsAmong(SanctionTexts.Ending(reminder, file).To) || !IsAmong(Capacity.Everybody(file)) ? null
            : "The sanction of this person was taken back.";
    }
}
