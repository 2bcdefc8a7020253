using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Office.Cases;
using Rectify.Office.Letters;
using Rectify.Office.Outbox;
using Rectify.Office.Text;
using Rectify.Office.YearlyCycle;

namespace Rectify.Office.Delivery;

/// <summary>Finds where a mail that was written earlier has to go today, by the register.</summary>
/// <remarks>
/// A stored mail has only a name and an address. Whose they are is found out again: by the event that the mail is about, to whom such a
/// mail is written, and who of these has that name.
/// </remarks>
public sealed class RecipientToday(
    CaseRepository caseRepository, AddresseeLookup addresseeLookup, YearlyReminders reminders, IReaderOfToday others)
{
    /// <summary>The recipient with the address of today; the mail's own recipient where the register does not know it.</summary>
    public async Task<Recipient> OfAsync(Notice mail, CancellationToken cancellation)
    {
        if (mail.Owner.Year is { } year) return await OfYearAsync(mail, year, cancellation);
        if (mail.Owner.Case is not { } caseId || await caseRepository.FindAsync(caseId, cancellation) is not { } record)
            return mail.Recipient;

        var file = record.State.File;
        var to = await addresseeLookup.OfAsync(file, cancellation);
        var known = ReadersOf(mail, record).SelectMany(capacity => Candidates(capacity, file, to)).ToList();
        if (known.Exists(one => one.Today is { } today && IsAddress(today, mail.Recipient))) return mail.Recipient;

        if (known.Exists(one => TextRule.Look(one.Name) == TextRule.Look(mail.Recipient.Name)))
            return known.Find(one => TextRule.Look(one.Name) == TextRule.Look(mail.Recipient.Name)).Today ?? mail.Recipient;

        // The case keeps the names of all leaders. A recipient who is none of them, and not the office, was the liaison officer of that
        // time: the mail goes to the present one.
        return known.FirstOrDefault(one => one.IsForUnit).Today ?? mail.Recipient;
    }

    private static IEnumerable<Capacity> ReadersOf(Notice mail, CaseRecord record)
    {
        if (mail.Template == UndeliveredTexts.Template) return [new Capacity.Office()];

        var before = record.Stream.TakeWhile(entry => entry.Sequence < mail.Sequence).ToList();
        return NoticePlan.ReadersOf(mail.Template, [.. record.Stream.Skip(before.Count)],
            Evolution.Fold(before.Select(entry => entry.Event)))
            ?? Capacity.Everybody(record.State.File);
    }

    // The recipients under the name in the case and under that in the register, which may have been corrected since. The recipient of today
    // is null when the register has no address of the person any more: a mail to a person never goes to another reader.
    private static IEnumerable<(string Name, Recipient? Today, bool IsForUnit)> Candidates(Capacity capacity, CaseFile file, Addressees to)
    {
        switch (capacity)
        {
            case Capacity.Leader leader:
                var today = to.Leaders.GetValueOrDefault(leader.Id);
                foreach (var listed in file.EveryLeader.Where(listed => listed.OfficialId == leader.Id))
                    yield return (listed.Name, today, false);
                if (today is not null) yield return (today.Name, today, false);
                break;
            case Capacity.InOffice:
                foreach (var (_, incumbent) in to.Incumbents) yield return (incumbent.Name, incumbent, false);
                break;
            case Capacity.Office when to.Office is { } office:
                yield return (office.Name, office, true);
                break;
            case Capacity.Liaison:
                yield return (to.Liaison.Name, to.Liaison, true);
                break;
        }
    }

    private async Task<Recipient> OfYearAsync(Notice mail, int year, CancellationToken cancellation)
    {
        if (await others.FindAsync(mail, cancellation) is { } reader) return reader;
        var today = await reminders.OfAsync(year, LocalDay.Of(mail.CreatedAt), cancellation);
        var same = today.Where(one => one.Template == mail.Template && one.Subject == mail.Subject).Select(one => one.Recipient).ToList();
        return same.Find(one => IsAddress(one, mail.Recipient)) is not null
            ? mail.Recipient
            : same.Find(one => TextRule.Look(one.Name) == TextRule.Look(mail.Recipient.Name)) ?? mail.Recipient;
    }

    private static bool IsAddress(Recipient one, Recipient other) => one.Address.Equals(other.Address, StringComparison.OrdinalIgnoreCase);
}
