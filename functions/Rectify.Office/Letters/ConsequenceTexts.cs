using Rectify.Domain.Cases;
using Rectify.Domain.Messages;

namespace Rectify.Office.Letters;

/// <summary>Mails about the criticism or the decision with which a missed measure ends (通报批评、处理决定).</summary>
internal static class ConsequenceTexts
{
    // The unit is told when it is decided, since only the deciding body knows what.
    public static Mailing Proposed(CaseEvent.ConsequenceProposed proposed, CaseFile file) => new(
        "consequence-proposed",
        [new Capacity.Office()],
        Chinese: new(
            Wording.Headline(file, $"整改期限届满未达到目标，应予处理：{Names.Of(proposed.Step, Language.Chinese)}"),
            $"""
            {file.Opening.Unit.Name}的整改期限已届满，未达到整改目标。
            文号：{file.Opening.DocumentNumber}。
            整改期限：{Wording.Until(file.Deadline!)}。
            依据：{Wording.SourceOf(file)}。
            """,
            [],
            $"应予处理：{Names.Of(proposed.Step, Language.Chinese)}。请作出决定并登记。处理前不因此取消任何资格。"),
        English: new(
            EnglishWording.Headline(file, $"the goal was not reached in time, {Names.Of(proposed.Step, Language.English)} is due"),
            $"""
            The rectification period of {file.Opening.Unit.Name} has expired, and the goal is not reached.
            Document number: {file.Opening.DocumentNumber}.
            Rectification period: {EnglishWording.Until(file.Deadline!)}.
            Legal basis: {Wording.SourceOf(file)}.
            """,
            [],
            $"What is due: {Names.Of(proposed.Step, Language.English)}. Please decide and record it. "
            + "No eligibility is lost because of it."));

    public static Mailing Decided(CaseEvent.ConsequenceDecided decided, CaseFile file) => new(
        "consequence-decided",
        Capacity.Everybody(file),
        Chinese: new(
            Wording.Headline(file, $"期限届满未达到目标，已处理（{Wording.Day(decided.DecidedOn)}）"),
            $"""
            {Wording.PeriodOf(file)}已届满，未达到整改目标。
            {Wording.Day(decided.DecidedOn)}已作出处理：{Names.Of(decided.Step, Language.Chinese)}。
            """ + (decided.DocumentNumber is { } number ? $"\n处理文号：{number}。" : ""),
            [],
            "处理的内容见案卷。整改程序就此终结。"),
        English: new(
            EnglishWording.Headline(file, $"goal not reached in time, decided ({EnglishWording.Day(decided.DecidedOn)})"),
            $"""
            {EnglishWording.PeriodOf(file)} has expired and the goal was not reached.
            Decided on {EnglishWording.Day(decided.DecidedOn)}: {Names.Of(decided.Step, Language.English)}.
            """ + (decided.DocumentNumber is { } given ? $"\nNumber of the decision: {given}." : ""),
            [],
            "What was decided stands in the case file. With that the rectification procedure ends."));

    public static Mailing Outstanding(Reminder reminder, CaseState.Opened state)
    {
        var (file, step) = (state.File, ((CaseState.ConsequenceProposed)state).Step);
        var since = Wording.Day(reminder.RefersTo);
        var daysPast = reminder.Day.DayNumber - reminder.RefersTo.DayNumber;
        return new(
            "consequence-outstanding",
            [new Capacity.Office()],
            Chinese: new(
                Wording.Headline(file, $"逾期应予处理，待决定已{daysPast}天"),
                $"""
                对{file.Opening.Unit.Name}应予的处理（{Names.Of(step, Language.Chinese)}），自{since}起待决定，至今未登记。
                文号：{file.Opening.DocumentNumber}。
                """,
                [],
                "请尽快决定。"),
            English: new(
                EnglishWording.Headline(file, $"what follows has awaited a decision for {EnglishWording.Days(daysPast)}"),
                Wording.Lines(
                    $"For {file.Opening.Unit.Name}, {Names.Of(step, Language.English)} has been due "
                    + $"since {EnglishWording.Day(reminder.RefersTo)} and is not recorded.",
                    $"Document number: {file.Opening.DocumentNumber}."),
                [],
                "Please decide soon."));
    }
}
