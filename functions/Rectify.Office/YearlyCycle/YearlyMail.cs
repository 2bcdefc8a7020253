using Rectify.Domain.Calendar;
using Rectify.Office.Outbox;

namespace Rectify.Office.YearlyCycle;

/// <summary>Finds out whether reminders of the yearly cycle are still true when they are about to be sent.</summary>
public sealed class YearlyMail(YearlyReminders reminders, TimeProvider time)
{
    /// <summary>Which reminders of one year are no longer true, and why: those that would not be decided again today.</summary>
    public async Task<IReadOnlyDictionary<NoticeId, string>> WhyWithdrawnAsync(IReadOnlyList<Notice> notices, int year,
        CancellationToken cancellation)
    {
        var today = LocalDay.Of(time.GetUtcNow());
        var due = await reminders.OfAsync(year, today, cancellation);
        var valid = due.Select(notice => notice.Id).ToHashSet();
        return notices.Where(
            notice => !valid.Contains(Original(notice)) && !(notice.Resend is not null && due.Any(one => SaysTheSame(one, notice))))
            .ToDictionary(
            notice => notice.Id,
            notice => notice.Resend is null && LocalDay.Of(notice.CreatedAt) != today
                ? "Its day has passed, and it counts the days."
                : "It was done, it is due on another day, or somebody else is to be told.");
    }

    // A resend goes to today's address, while the id of the first mail was made with the former one. So the contents are compared.
    private static bool SaysTheSame(Notice one, Notice resend) =>
        one.Template == resend.Template && one.Subject == resend.Subject
            && one.Recipient.Address.Equals(resend.Recipient.Address, StringComparison.OrdinalIgnoreCase);

    // The id of the first mail: x for its resends x.r1 and x.r2, which say the same.
    private static NoticeId Original(Notice notice) =>
        notice.Resend is not null && notice.Id.Value.LastIndexOf(".r", StringComparison.Ordinal) is > 0 and var suffix
            ? new NoticeId(notice.Id.Value[..suffix]) : notice.Id;
}
