using Rectify.Domain;
using Rectify.Domain.Calendar;
using Rectify.Office.Cases;
using Rectify.Office.Outbox;
using Rectify.Office.Register;
using Rectify.Office.Settings;

namespace Rectify.Office.Delivery;

/// <summary>Tells the supervising offices, once a day, of cases that cannot be read.</summary>
public sealed class UnreadableAlert(
    IOutbox outbox, IRegisterStore registerStore, OfficeSettings office, NoticeSettings settings, TimeProvider clock)
{
    /// <summary>
    /// Adds a mail to each office to the outbox, at most one a day. It names every case of that office that cannot be read.
    /// </summary>
    public async Task TellAsync(IReadOnlyList<UnreadableEntry> cases, CancellationToken cancellation)
    {
        var today = LocalDay.Of(clock.GetUtcNow());
        var told = new SortedDictionary<string, List<UnreadableEntry>>(StringComparer.Ordinal);
        foreach (var one in cases.OrderBy(one => one.Case.CaseId.Value, StringComparer.Ordinal))
        {
            // The address comes from the register, because the case cannot be read.
            var address = (await registerStore.FindUnitAsync(one.Entry.UnitId, cancellation))?.SupervisorEmail ?? office.Email;
            if (address is null) continue;
            if (!told.TryGetValue(address, out var list)) told[address] = list = [];
            list.Add(one);
        }

        foreach (var (address, list) in told)
        {
            // The outbox keeps a mail with an entry of a case, so a case without any entries cannot carry it.
            if (list.Find(one => one.Case is not { Reason: UnreadableReason.MissingEntries, Sequence: 1 }) is not { } carrier) continue;

            var recipient = new Recipient(office.Name, address, office.Language);
            var (subject, body) = UnreadableTexts.Of([.. list.Select(one => one.Case)], office.Language, settings, today);
            var digest = Digest.Of(address)[..16];
            var id = new NoticeId($"{carrier.Case.CaseId}.0001.{UnreadableTexts.Template}.{today:yyyyMMdd}.{digest}");
            await outbox.AddAsync(
                new Notice(id, carrier.Case.CaseId, 1, UnreadableTexts.Template, recipient, subject, body, clock.GetUtcNow()),
                cancellation);
        }
    }
}
