using System.Diagnostics;
using System.Globalization;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;
using Rectify.Domain.Terms;

namespace Rectify.Office.Letters;

/// <summary>How dates, terms and rights are written in an English mail. Names and citations stay as they were entered.</summary>
public static class EnglishWording
{
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The last day of a deadline, as it stands in a sentence.</summary>
    public static string Day(Deadline deadline) => $"{Day(deadline.Effective)}{Provisional(deadline)}";

    /// <summary>The last day of a deadline, as a remark in a subject line.</summary>
    public static string InBrackets(Deadline deadline) => $"({Day(deadline.Effective)}{(deadline.Provisional ? ", provisional" : "")})";

    /// <summary>The last day of a deadline and the hour at which it ends (D1).</summary>
    public static string Until(Deadline deadline) => $"until 24:00 on {Day(deadline.Effective)}, China time{Provisional(deadline)}";

    public static string Interval(DayInterval interval) => interval.End is { } end
        ? $"from {Day(interval.From)} to {Day(end)}, both days included"
        : $"from {Day(interval.From)} to the day of the release, both days included";

    public static string Days(int days) => days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days} days");

    public static string Of(Measure measure) => measure switch
    {
        Measure.Listing => "supervised listing",
        Measure.Veto => "one-vote veto",
        _ => throw new UnreachableException(measure.ToString()),
    };

    public static string Of(Rung rung) => rung switch
    {
        Rung.Notice => "notice",
        Rung.Talk => "admonishing talk",
        Rung.Listing => Of(Measure.Listing),
        Rung.Veto => Of(Measure.Veto),
        _ => throw new UnreachableException(rung.ToString()),
    };

    public static string Of(Bars right) => right switch
    {
        Bars.Honour => "eligibility for comprehensive honours",
        Bars.AwardAndPromotion => "eligibility for awards and for promotion",
        _ => throw new UnreachableException(right.ToString()),
    };

    /// <summary>The subject under the name it had when the unit was listed.</summary>
    public static string Name(Subject subject, CaseFile file) => subject switch
    {
        Subject.Unit(var id) => file.NameOf(id),
        Subject.Official(var id) => file.EveryLeader.First(leader => leader.OfficialId == id).Name,
        _ => throw new UnreachableException(subject.GetType().Name),
    };

    /// <summary>Subject line: measure, document number, news.</summary>
    public static string Headline(Measure measure, CaseFile file, string news) =>
        $"[{(measure == Measure.Listing ? "Supervised listing" : "One-vote veto")}] {file.Opening.DocumentNumber}: {news}";

    /// <summary>Subject line: the measure with which the case began, document number, news.</summary>
    public static string Headline(CaseFile file, string news)
    {
        var name = Of(file.Rung);
        return $"[{char.ToUpperInvariant(name[0])}{name[1..]}] {file.Opening.DocumentNumber}: {news}";
    }

    /// <summary>What happens when the deadline is missed (S7, S2; of a lower rung S16).</summary>
    public static string Warning(CaseFile file) => $"{MayApply(file)}{WhatFollows(file)}";

    /// <summary>
    /// The days after the deadline in which the unit may still apply for its inspection or hand in its report (S8), with a blank; nothing
    /// where there are none.
    /// </summary>
    public static string MayApply(CaseFile file) =>
        (file.ApplicationWorkingDays is { } days
            ? $"Within {days} working days after the period the unit may still apply in writing for its inspection. "
            : "")
        + (file.ReportAfterDeadline is { } report
            ? $"The written report is due by {Day(report)}; nothing follows before that day is over. "
            : "");

    /// <summary>
    /// The days within which a report of this day was handed in: the period, or those after it to apply for the inspection.
    /// </summary>
    public static string InTime(DateOnly day, CaseFile file) =>
        day <= file.Deadline!.Effective ? "period" : "days after the period to apply for the inspection";

    private static string WhatFollows(CaseFile file) => (file.AfterMissed, file.Opening) switch
    {
        (MissedStep.Criticism, _) => $"If the goal is not reached in time, a criticism by notice follows under {Wording.SourceOf(file)}.",
        (MissedStep.Decision, _) => $"If the goal is not reached in time, the higher body decides under {Wording.SourceOf(file)}.",
        (MissedStep.UrgingLetter, _) =>
            $"If the goal is not reached in time, an urging letter follows under {file.Rulebook.UrgingOf(file.Rung)!.Source}.",
        (_, Opening.Admonition) =>
            $"If the goal is not reached in time, the {Of(file.NextRung)} is proposed under {Wording.SourceOf(file)}.",
        _ => $"If the goal is not reached in time, the one-vote veto is imposed under {file.Rulebook.Veto!.Source}, "
            + $"for {Length(file.Rulebook.Veto.Length)} from {Start(file.Rulebook)}.",
    };

    /// <summary>How long a sanction lasts: half a year, a year, or the number in its unit.</summary>
    public static string Length(SanctionLength length) =>
        length is SanctionLength.Months(var months) ? Months(months) : length.Words.English;

    private static string Start(Rulebook rulebook) => rulebook is { Escalation: Escalation.ByDecision, VetoStart: VetoStart.Decision }
        ? "the decision"
        : "the day on which the period expires";

    /// <summary>What a release does to the listing's sanctions (S4), after a semicolon.</summary>
    public static string OnRelease(CaseFile file) => !file.ListingBars ? "no eligibility is lost by the listing."
        : file.Rulebook.ListingSanction == ListingSanction.FixedTerm
        ? "the release does not shorten the loss of eligibility."
        : "eligibility is back from the day after the release.";

    /// <summary>The rectification period of a case, with which a sentence begins.</summary>
    public static string PeriodOf(CaseFile file) =>
        $"The rectification period of the {Of(file.Rung)} {file.Opening.DocumentNumber} of {file.Opening.Unit.Name}";

    /// <summary>What decides about a report that was handed in, and what does not follow before that (S8).</summary>
    public static string InspectionDecides(CaseFile file) =>
        $"Whether the goal is reached is for the inspection to say; until it has, {NothingFollows(file)} from the end of the period.";

    /// <summary>What does not follow while an inspection is outstanding (S8).</summary>
    public static string NothingFollows(CaseFile file) => file switch
    {
        { AfterMissed: not MissedStep.NextRung } => "nothing follows",
        { Opening: Opening.Admonition } => "no higher rung follows",
        _ => "no veto follows",
    };

    /// <summary>
    /// What a moved deadline does to the listing's sanctions: nothing, where they bar for a fixed term. A lower rung has none.
    /// </summary>
    public static string Unchanged(CaseFile file) =>
        file.Opening is Opening.Admonition || !file.ListingBars ? ""
        : file.Rulebook.ListingSanction == ListingSanction.FixedTerm ? "How long eligibility is lost because of the listing is unchanged."
        : "Eligibility stays lost as long as the unit is listed.";

    public static string Months(int months) => months switch
    {
        6 => "half a year",
        12 => "one year",
        _ => string.Create(CultureInfo.InvariantCulture, $"{months} months"),
    };

    // A year whose holidays are not announced yet can still move the day (D9).
    private static string Provisional(Deadline deadline) => deadline.Provisional ? " (provisional)" : "";
}
