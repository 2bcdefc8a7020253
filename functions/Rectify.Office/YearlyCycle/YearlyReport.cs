using System.Globalization;
using Rectify.Domain.Assessments;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Terms;
using Rectify.Domain.YearlyCycle;
using Rectify.Office.Access;
using Rectify.Office.Calendar;
using Rectify.Office.Ledger;
using Rectify.Office.Openings;
using Rectify.Office.Records;
using Rectify.Office.Register;
using Rectify.Office.Requests;

namespace Rectify.Office.YearlyCycle;

/// <summary>
/// Reports what units owe for a year and what was done: computed from rulebook, calendar, register and yearly books whenever it is asked
/// for.
/// </summary>
public sealed class YearlyReport(
    IYearlyRecordStore yearlyRecordStore, IAssessmentStore assessments, IRegisterStore registerStore, OpeningLookup openingLookup,
    CurrentCalendar calendar)
{
    /// <summary>The cycle of a year under the rulebook in force on its first day; a problem when there is none.</summary>
    public Outcome<YearlyPlan> PlanOf(int year)
    {
        if (year < calendar.Value.FirstYear || year >= Rectify.Domain.Calendar.WorkingCalendar.LastYear)
            return Problem.Rule(
                "year", YearlyMessages.YearNotCovered.With(
                    calendar.Value.FirstYear, Rectify.Domain.Calendar.WorkingCalendar.LastYear - 1, year));
        if (!openingLookup.RulebookOfYear(year, "year").Try(out var rulebook, out var problem)) return problem;
        if (rulebook.YearlyCycle is not { } rule)
            return Problem.Rule("year", YearlyMessages.NoCycle.With(rulebook.Id, year));

        return new YearlyPlan(year, rulebook, rule, duty => DutyRule.DueOf(duty, year, rule, calendar.Value));
    }

    /// <summary>
    /// A duty of the rulebook's own table that a subject can owe for a year; a problem when the table has none, or another kind of subject
    /// owes it.
    /// </summary>
    public Outcome<YearlyDutyRule> DutyOf(string code, int year, Subject subject)
    {
        if (!PlanOf(year).Try(out var plan, out var problem)) return problem;
        if (plan.Rule.Duties?.FirstOrDefault(one => one.Code == code) is not { } duty)
        {
            return Problem.Rule(
                "duty", YearlyMessages.UnknownDuty.With(code, year, [.. (plan.Rule.Duties ?? []).Select(one => one.Code)]));
        }

        return (duty.Owes == DutyOwer.Reporters) == subject is Subject.Official
            ? duty
            : Problem.Rule("subject", YearlyMessages.OtherOwer.With(code, duty.Owes));
    }

    /// <summary>What these units owe. A unit whose place another one took owes nothing and is left out.</summary>
    public async Task<IReadOnlyList<YearlyUnit>> OfAsync(YearlyPlan plan, IReadOnlyList<Unit> units, CancellationToken cancellation)
    {
        var item = ItemOf(plan.Year);
        var letters = ByItem<YearlyContent.Letter>(await yearlyRecordStore.EntriesAboutAsync(YearlyRecordKind.Letters, item, cancellation));
        var reports = ByItem<YearlyContent.Report>(await yearlyRecordStore.EntriesAboutAsync(YearlyRecordKind.Reports, item, cancellation));
        Dictionary<string, Dictionary<Subject, YearlyContent.Done>> done = [];
        foreach (var duty in plan.Rule.Duties ?? [])
        {
            done[duty.Code] = ByItem<YearlyContent.Done>(
                await yearlyRecordStore.EntriesAboutAsync(YearlyRecordKind.Duties, ItemOf(plan.Year, duty.Code), cancellation));
        }

        var present = units.Where(unit => unit.SuccessorUnitId is null).ToList();
        var persons = await ParallelQuestions.AskAsync(present.Select(unit => unit.UnitId), PersonsOfAsync, cancellation);
        var assessed = await ParallelQuestions.AskAsync(present.Select(unit => unit.UnitId), assessments.EntriesOfAsync, cancellation);
        return [.. present.Select(unit => Unit(unit))];

        YearlyUnit Unit(Unit unit)
        {
            var reportDue = plan.DueOf(YearlyDuty.DutyReport);
            // A person with several posts in the unit counts with the gravest responsibility, by which the list is ordered.
            var responsible = HoldersOn(reportDue.Effective);
            var signedOn = letters.GetValueOrDefault(new Subject.Unit(unit.UnitId))?.SignedOn;
            var decidedOn = ResultOf(assessed[unit.UnitId], plan.Year)?.DecidedOn;
            return new YearlyUnit(
                unit, persons[unit.UnitId], responsible,
                [
                    .. from duty in plan.Rule.Table
                       let due = plan.DueOf(duty.Code)
                       from owed in OwersOf(duty, due.Effective)
                       select new OwedDuty(duty, owed, due, DoneOn(duty.Code, owed), unit.RegisteredOn),
                ]);

            // The unit itself where no person owes it.
            IEnumerable<ResponsiblePerson?> OwersOf(YearlyDutyRule duty, DateOnly day)
            {
                if (duty.Owes != DutyOwer.Reporters) return [null];
                return HoldersOn(day).Where(person => plan.Rule.Reporters.Contains(person.Responsibility));
            }

            List<ResponsiblePerson> HoldersOn(DateOnly day) =>
                [.. persons[unit.UnitId].Where(person => person.HeldOn(day)).DistinctBy(person => person.OfficialId)];

            DateOnly? DoneOn(string code, ResponsiblePerson? person)
            {
                Subject subject = person is null ? new Subject.Unit(unit.UnitId) : new Subject.Official(person.OfficialId);
                return code switch
                {
                    YearlyDuty.ResponsibilityLetter => signedOn,
                    YearlyDuty.DutyReport => reports.GetValueOrDefault(subject)?.SubmittedOn,
                    YearlyDuty.Assessment => decidedOn,
                    _ => done[code].GetValueOrDefault(subject)?.DoneOn,
                };
            }
        }
    }

    /// <summary>The item under which the letters and reports of a year are entered.</summary>
    public static string ItemOf(int year) => year.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>The item under which a duty of the rulebook's own table is entered for a year.</summary>
    public static string ItemOf(int year, string duty) => $"{ItemOf(year)}.{duty}";

    private async Task<IReadOnlyList<ResponsiblePerson>> PersonsOfAsync(UnitId unitId, CancellationToken cancellation)
    {
        return
        [
            .. (await registerStore.OfficialsOfAsync(unitId, cancellation))
                .SelectMany(official => official.Posts.In(unitId).Where(post => post.Responsibility is not null).Select(post =>
                    new ResponsiblePerson(official.OfficialId, official.Name, post.Post, post.Responsibility!.Value, post.From, post.To)))
                .OrderBy(person => person.Responsibility).ThenBy(person => person.OfficialId.Value, StringComparer.Ordinal),
        ];
    }

    private static AssessmentEntry? ResultOf(IReadOnlyList<AssessmentEntry> entries, int year) =>
        entries.LastOrDefault(entry => entry.Year == year);

    private static Dictionary<Subject, T> ByItem<T>(IReadOnlyList<YearlyEntry> entries) where T : YearlyContent =>
        entries.GroupBy(entry => entry.Subject).Select(ofSubject => ofSubject.Last()).Where(entry => entry.Content is T)
            .ToDictionary(entry => entry.Subject, entry => (T)entry.Content!);
}

/// <summary>What is owed for a year, and until when.</summary>
/// <param name="Year">The year.</param>
/// <param name="Rulebook">The rulebook of the year.</param>
/// <param name="Rule">Its cycle.</param>
/// <param name="DueOf">The last day of each duty.</param>
public sealed record YearlyPlan(int Year, Rulebook Rulebook, YearlyCycleRule Rule, Func<string, Deadline> DueOf);

/// <summary>What a unit owes for a year, and what was done.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Persons">Everybody who was ever responsible for the unit, with the term.</param>
/// <param name="Responsible">Its responsible persons on the last day for the reports, first, direct, other.</param>
/// <param name="Duties">What is owed, and whether it was done.</param>
public sealed record YearlyUnit(
    Unit Unit, IReadOnlyList<ResponsiblePerson> Persons, IReadOnlyList<ResponsiblePerson> Responsible, IReadOnlyList<OwedDuty> Duties);

/// <summary>A responsible person of a unit.</summary>
public sealed record ResponsiblePerson(OfficialId OfficialId, string Name, string Post, Responsibility Responsibility, DateOnly From,
    DateOnly? To)
{
    public bool HeldOn(DateOnly day) => day >= From && (To is not { } last || day <= last);
}

/// <summary>Something that is owed for a year.</summary>
/// <param name="Rule">What.</param>
/// <param name="Person">Who owes it; null when it is not a person's.</param>
/// <param name="Due">Until when.</param>
/// <param name="DoneOn">When it was done; null while it is owed.</param>
/// <param name="RegisteredOn">When the unit came into the register; null when that is not known.</param>
public sealed record OwedDuty(YearlyDutyRule Rule, ResponsiblePerson? Person, Deadline Due, DateOnly? DoneOn, DateOnly? RegisteredOn)
{
    /// <summary>Its code.</summary>
    public string Duty => Rule.Code;

    /// <summary>
    /// The status on a day, as a reader sees it. What the office owes, as the assessment of a unit, a unit sees as awaiting the office when
    /// it is overdue.
    /// </summary>
    public DutyStatus StatusFor(Role reader, DateOnly today) => DutyRule.StatusOf(Due, DoneOn, today, RegisteredOn) switch
    {
        DutyStatus.Overdue when Rule.Owes == DutyOwer.Office && reader == Role.Unit => DutyStatus.AwaitsOffice,
        var status => status,
    };
}
