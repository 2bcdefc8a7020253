using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Office.Cases;
using Rectify.Office.Letters;
using Rectify.Office.Outbox;
using Rectify.Office.Text;
using Rectify.Office.YearlyCycle;

namespace Rectify.Office.Delivery;

/// <summary>Where a mail that was written earlier goes today, by the register.</summary>
/// <remarks>
/// A stored mail has a name and an address. Who that is follows from what it is about: to whom such a mail is written, and who of them has
/// that name.
/// </remarks>
public sealed class RecipientToday(CaseRepository caseRepository, AddresseeLookup addresseeLookup, YearlyReminders reminders)
{
    /// <summary>The recipient with the address of today; the mail's own where the register does not say.</summary>
    public async Task<Recipient> OfAsync(Notice mail, CancellationToken cancellation)
    {
        if (mail.Owner.Year is { } year) return await OfYearAsync(mail, year, cancellation);
        if (mail.Owner.Case is not { } caseId || await caseRepository.FindAsync(caseId, cancellation) is not { } record) return mail.Recipient;

        var file = record.State.File;
        var to = await addresseeLookup.OfAsync(file, cancellation);
        var known = ReadersOf(mail, record).SelectMany(capacity => Candidates(capacity, file, to)).ToList();
        if (known.Exists(one => one.Today is { } today && IsAddress(today, mail.Recipient))) return mail.Recipient;

        if (known.Exists(one => TextRule.Look(one.Name) == TextRule.Look(mail.Recipient.Name)))
            return known.Find(one => TextRule.Look(one.Name) == TextRule.Look(mail.Recipient.Name)).Today ?? mail.Recipient;

        // Leaders are known by their names in the case for ever: who is none of them, and not the office, was the liaison officer of then.
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

    // By the name in the case and by that in the register, which may have been corrected since. What is written to a person goes to no
    // other reader when the register has no address of that person any more: null.
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
        var today = await reminders.OfAsync(year, LocalDay.Of(mail.CreatedAt), cancellation);
        var same = today.Where(one => one.Template == mail.Template && one.Subject == mail.Subject).Select(one => one.Recipient).ToList();
        return same.Find(one => IsAddress(one, mail.Recipient)) is not null
            ? mail.Recipient
            : same.Find(one => TextRule.Look(one.Name) == TextRule.Look(mail.Recipient.Name)) ?? mail.Recipient;
    }

    private static bool IsAddress(Recipient one, Recipient other) => one.Address.Equals(other.Address, StringComparison.OrdinalIgnoreCase);
}
