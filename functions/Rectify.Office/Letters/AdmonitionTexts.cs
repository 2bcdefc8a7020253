using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Letters;

/// <summary>Mails about notices and talks (通报、约谈), and about the next rung or the decision against it (升级与否).</summary>
internal static class AdmonitionTexts
{
    public static Mailing Issued(CaseEvent.AdmonitionIssued issued, CaseFile file)
    {
        var source = file.Rulebook.Ladder!.Of(issued.Rung)!.Source;
        var (unit, number) = (file.Opening.Unit.Name, file.Opening.DocumentNumber);
        var (title, measure) = issued.Rung == Rung.Talk ? ("约谈通知", "an admonishing talk") : ("整改通报", "a notice");
        return new(
            "admonition-notice",
            Capacity.Everybody(file),
            Chinese: new(
                Wording.Headline(file, $"{title}，整改期限至{Wording.Day(file.Deadline!)}"),
                $"""
                {unit}于{Wording.Day(issued.IssuedOn)}被{Wording.Of(issued.Rung)}，文号{number}。
                整改期限：{Wording.Until(file.Deadline!)}。
                依据：{source}。
                """,
                [],
                $"""
                请在整改期限内完成整改，提交整改报告并申请验收。{Wording.Of(issued.Rung)}不取消任何资格。
                {Wording.Warning(file)}
                {Wording.Of(issued.Rung)}事项和整改要求见案卷。
                """),
            English: new(
                EnglishWording.Headline(file, $"to be rectified by {EnglishWording.Day(file.Deadline!)}"),
                $"""
                {unit} was given {measure} on {EnglishWording.Day(issued.IssuedOn)}, document number {number}.
                Rectification period: {EnglishWording.Until(file.Deadline!)}.
                Legal basis: {source}.
                """,
                [],
                Wording.Lines(
                    "Please complete the rectification within the period, hand in the report and ask to be inspected. "
                    + "No eligibility is lost by it.",
                    EnglishWording.Warning(file),
                    "What it is about and what is required stands in the case file.")));
    }

    public static Mailing Fulfilled(CaseEvent.RungFulfilled passed, CaseFile file) => new(
        "rung-fulfilled",
        Capacity.Everybody(file),
        Chinese: new(
            Wording.Headline(file, $"验收合格（{Wording.Day(passed.InspectedOn)}）"),
            $"""
            {file.Opening.Unit.Name}经{Wording.Day(passed.InspectedOn)}验收，已达到整改目标。
            文号：{file.Opening.DocumentNumber}。
            """,
            [],
            "该案就此办结。请继续落实整改措施，防止问题反弹。"),
        English: new(
            EnglishWording.Headline(file, $"inspection passed ({EnglishWording.Day(passed.InspectedOn)})"),
            $"""
            {file.Opening.Unit.Name} was inspected on {EnglishWording.Day(passed.InspectedOn)} and has reached the goal.
            Document number: {file.Opening.DocumentNumber}.
            """,
            [],
            "With that the case ends. Please keep the measures in place."));

    // The proposal goes to the office alone: the unit is told when the next rung is opened or declined.
    public static Mailing Proposed(CaseEvent.NextRungProposed proposed, CaseFile file) => new(
        "next-rung-proposed",
        [new Capacity.Office()],
        Chinese: new(
            Wording.Headline(file, $"整改期限届满未达到目标，拟予以{Wording.Of(proposed.Rung)}"),
            $"""
            {file.Opening.Unit.Name}的整改期限已届满，未达到整改目标。
            文号：{file.Opening.DocumentNumber}。
            整改期限：{Wording.Until(file.Deadline!)}。
            依据：{file.Rulebook.Ladder!.Source}。
            """,
            [],
            $"拟予以{Wording.Of(proposed.Rung)}。请下达{Wording.Of(proposed.Rung)}并注明本案，或者决定不予升级。本案不取消任何资格。"),
        English: new(
            EnglishWording.Headline(file, $"the goal was not reached in time, the {EnglishWording.Of(proposed.Rung)} is proposed"),
            $"""
            The rectification period of {file.Opening.Unit.Name} has expired, and the goal is not reached.
            Document number: {file.Opening.DocumentNumber}.
            Rectification period: {EnglishWording.Until(file.Deadline!)}.
            Legal basis: {file.Rulebook.Ladder.Source}.
            """,
            [],
            $"The {EnglishWording.Of(proposed.Rung)} is proposed. Please open it and name this case, or decide against it. "
            + "No eligibility is lost by this case."));

    public static Mailing Outstanding(Reminder reminder, CaseState.Opened state)
    {
        var (file, rung) = (state.File, ((CaseState.NextRungProposed)state).Proposal.Rung);
        var (unit, number) = (file.Opening.Unit.Name, file.Opening.DocumentNumber);
        var daysPast = reminder.Day.DayNumber - reminder.RefersTo.DayNumber;
        return new(
            "next-rung-outstanding",
            [new Capacity.Office()],
            Chinese: new(
                Wording.Headline(file, $"拟予以{Wording.Of(rung)}，待决定已{daysPast}天"),
                $"""
                对{unit}拟予以的{Wording.Of(rung)}，自{Wording.Day(reminder.RefersTo)}起待决定，至今未下达，也未决定不予升级。
                文号：{number}。
                """,
                [],
                "请尽快决定。"),
            English: new(
                EnglishWording.Headline(file,
                    $"the proposed {EnglishWording.Of(rung)} has awaited a decision for {EnglishWording.Days(daysPast)}"),
                Wording.Lines(
                    $"The {EnglishWording.Of(rung)} proposed for {unit} has awaited a decision "
                    + $"since {EnglishWording.Day(reminder.RefersTo)}: it was neither opened nor declined.",
                    $"Document number: {number}."),
                [],
                "Please decide soon."));
    }

    public static Mailing Declined(CaseEvent.NextRungDeclined declined, CaseFile file) => new(
        "next-rung-declined",
        Capacity.Everybody(file),
        Chinese: new(
            Wording.Headline(file, $"决定不予升级（{Wording.Day(declined.DecidedOn)}）"),
            $"{Wording.PeriodOf(file)}已届满，未达到整改目标，经{Wording.Day(declined.DecidedOn)}决定，不予升级。",
            [],
            "该案就此办结。"),
        English: new(
            EnglishWording.Headline(file, $"no higher rung ({EnglishWording.Day(declined.DecidedOn)})"),
            $"{EnglishWording.PeriodOf(file)} has expired and the goal was not reached; "
            + $"it was decided on {EnglishWording.Day(declined.DecidedOn)} not to take the matter to a higher rung.",
            [],
            "With that the case ends."));

    public static Mailing Revoked(CaseFile file) => new(
        "revocation",
        Capacity.Everybody(file),
        Chinese: new(
            Wording.Headline(file, $"撤销{Wording.Of(file.Rung)}"),
            $"{file.Opening.DocumentNumber}对{file.Opening.Unit.Name}的{Wording.Of(file.Rung)}，经决定予以撤销。",
            [],
            file.FollowedBy is null ? "不再要求整改和验收。" : "其后的措施不因此撤销。"),
        English: new(
            EnglishWording.Headline(file, $"the {EnglishWording.Of(file.Rung)} is revoked"),
            $"It was decided to revoke the {EnglishWording.Of(file.Rung)} {file.Opening.DocumentNumber} of {file.Opening.Unit.Name}.",
            [],
            file.FollowedBy is null ? "Rectification and inspection are no longer required." : "What followed it is not revoked with it."));
}
