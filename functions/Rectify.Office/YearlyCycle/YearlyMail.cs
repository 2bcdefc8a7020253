using Rectify.Domain.Calendar;
using Rectify.Office.Outbox;

namespace Rectify.Office.YearlyCycle;

/// <summary>Whether a reminder of the yearly cycle still says the truth when it is about to be sent.</summary>
public sealed class YearlyMail(YearlyReminders reminders, TimeProvider time)
{
    /// <summary>Which of the reminders of one year do not, and why: those that would not be decided again today.</summary>
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

    // A resend goes to the address of today, and the name of the first was made of the address of then.
    private static bool SaysTheSame(Notice one, Notice resend) =>
        one.Template == resend.Template && one.Subject == resend.Subject
            && one.Recipient.Address.Equals(resend.Recipient.Address, StringComparison.OrdinalIgnoreCase);

    // x, x.r1, x.r2: a resend says what the first said.
    private static NoticeId Original(Notice notice) =>
        notice.Resend is not null && notice.Id.Value.LastIndexOf(".r", StringComparison.Ordinal) is > 0 and var suffix
            ? new NoticeId(notice.Id.Value[..suffix]) : notice.Id;
}
