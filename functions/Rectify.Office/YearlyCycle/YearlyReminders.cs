using Rectify.Domain;
using Rectify.Domain.Calendar;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.YearlyCycle;
using Rectify.Office.Access;
using Rectify.Office.Calendar;
using Rectify.Office.Outbox;
using Rectify.Office.Register;
using Rectify.Office.Settings;

namespace Rectify.Office.YearlyCycle;

/// <summary>
/// Computes the reminders of a day from the yearly books, the register, the rulebook and the calendar. Every call for the same data gives
/// the same reminders.
/// </summary>
/// <remarks>Units without any responsible person in the register are not reminded: they do not take part in the cycle yet.</remarks>
public sealed class YearlyReminders(
    YearlyReport report, IRegisterStore registerStore, CurrentCalendar calendar, OfficeSettings office, NoticeSettings settings)
{
    /// <summary>The instant at which reminders about a year fall due on a day; null when there are none on that day.</summary>
    public DateTimeOffset? FallsDueOn(int year, DateOnly day)
    {
        if (!report.PlanOf(year).Try(out var plan, out _)) return null;
        return plan.Rule.Table.Any(duty => DaysOf(duty, plan).Contains(day)) ? InstantOf(plan, day) : null;
    }

    /// <summary>Every instant at which reminders about a year fall due; empty when its rulebook has no yearly cycle.</summary>
    public IEnumerable<DateTimeOffset> InstantsOf(int year) => report.PlanOf(year).Try(out var plan, out _)
        ? plan.Rule.Table.SelectMany(duty => DaysOf(duty, plan)).Select(day => InstantOf(plan, day))
        : [];

    /// <summary>The reminders about a year on a day; empty when there are none on that day.</summary>
    public async Task<IReadOnlyList<Notice>> OfAsync(int year, DateOnly day, CancellationToken cancellation)
    {
        if (!report.PlanOf(year).Try(out var plan, out _)) return [];
        var duties = plan.Rule.Table.Where(duty => DaysOf(duty, plan).Contains(day)).Select(duty => duty.Code).ToHashSet();
        if (duties.Count == 0) return [];

        List<Notice> notices = [];
        foreach (var unit in await report.OfAsync(plan, await registerStore.AllUnitsAsync(cancellation), cancellation))
        {
            if (unit.Responsible.Count == 0) continue;
            foreach (var owed in unit.Duties.Where(owed =>
                duties.Contains(owed.Duty) && owed.StatusFor(Role.Officer, day) is DutyStatus.Open or DutyStatus.Overdue))
            {
                foreach (var to in await RecipientsAsync(unit, owed, day, cancellation)) notices.Add(NoticeOf(unit, owed, plan, day, to));
            }
        }

        return [.. notices.DistinctBy(notice => notice.Id)];
    }

    private IReadOnlyList<DateOnly> DaysOf(YearlyDutyRule duty, YearlyPlan plan) =>
        DutyReminders.DaysOf(plan.Year, plan.DueOf(duty.Code), plan.Rule, calendar.Value, duty);

    private static DateTimeOffset InstantOf(YearlyPlan plan, DateOnly day) => LocalDay.StartOf(day) + plan.Rule.At.ToTimeSpan();

    // Those who owe the duty; the office too when the duty is overdue, and always for what the office owes.
    private async Task<IReadOnlyList<Recipient>> RecipientsAsync(
        YearlyUnit unit, OwedDuty owed, DateOnly day, CancellationToken cancellation)
    {
        List<Recipient> recipients = [];
        if (owed.Rule.Owes == DutyOwer.Unit)
        {
            recipients.Add(new Recipient(unit.Unit.Liaison.Name, unit.Unit.Liaison.Email, unit.Unit.Liaison.Language));
            var first = unit.Persons.Where(person => person.Responsibility == Responsibility.First && person.HeldOn(day));
            recipients.AddRange(await OfficialsAsync(first, cancellation));
        }

        if (owed.Person is { } reporter) recipients.AddRange(await OfficialsAsync([reporter], cancellation));
        if ((owed.Rule.Owes == DutyOwer.Office || day > owed.Due.Effective) && (unit.Unit.SupervisorEmail ?? office.Email) is { } address)
            recipients.Add(new Recipient(office.Name, address, office.Language));
        return [.. recipients.DistinctBy(recipient => recipient.Address.ToLowerInvariant())];
    }

    private async Task<IEnumerable<Recipient>> OfficialsAsync(IEnumerable<ResponsiblePerson> persons, CancellationToken cancellation) =>
        (await registerStore.FindOfficialsAsync([.. persons.Select(person => person.OfficialId)], cancellation))
            .Where(official => official.Email is not null).OrderBy(official => official.OfficialId.Value, StringComparer.Ordinal)
            .Select(official => new Recipient(official.Name, official.Email!, official.Language));

    private Notice NoticeOf(YearlyUnit unit, OwedDuty owed, YearlyPlan plan, DateOnly day, Recipient to)
    {
        var template = day > owed.Due.Effective ? YearlyTexts.Overdue : YearlyTexts.Due;
        var (subject, body) = YearlyTexts.Of(unit, owed, plan, day, to, settings);
        // The name contains the last day, so that a duty whose last day has moved gets another reminder.
        var duty = $"{char.ToUpperInvariant(owed.Duty[0])}{owed.Duty[1..]}";
        var name = $"{unit.Unit.UnitId}|{duty}|{owed.Person?.OfficialId}|{owed.Due.Effective:yyyy-MM-dd}|{day:yyyy-MM-dd}|"
            + to.Address.ToLowerInvariant();
        var digest = Digest.Of(name)[..16];
        var file = OutboxOwner.OfYear(plan.Year);
        return new Notice(
            new NoticeId($"{file}.0000.{template}.{digest}"), file, 0, template, to, subject, body, InstantOf(plan, day));
    }
}
