using System.Diagnostics;
using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.Sanctions;

namespace Rectify.Office.Letters;

/// <summary>Mails about vetoes (一票否决).</summary>
internal static class VetoTexts
{
    /// <summary>The missed deadline and the veto in one mail, since they are one decision.</summary>
    public static Mailing Imposed(CaseEvent.VetoImposed veto, CaseFile file)
    {
        var sanctions = VetoSanctions(file);
        var basis = veto.Ground == VetoGround.DeadlineMissed ? veto.LegalBasis : file.Rulebook.Name;
        return new(
            "veto",
            Capacity.Everybody(file),
            Chinese: new(
                Wording.Headline(Measure.Veto, file, $"{Reason(veto.Ground)}，予以一票否决（至{Wording.Day(veto.Term.To)}）"),
                $"""
                {Because(veto.Ground, file)}，予以一票否决。{Period(file)}{Decided(veto)}
                一票否决期限：{Wording.Interval(veto.Term)}。
                依据：{basis}。
                """,
                SanctionLines.Barred(sanctions, file),
                $"与{(file.Rectification is null ? "其他取消资格的" : "挂牌督办")}期限重叠的日期同时计算，不累加。"),
            English: new(
                EnglishWording.Headline(Measure.Veto, file,
                    $"{ReasonInEnglish(veto.Ground)}, one-vote veto imposed until {EnglishWording.Day(veto.Term.To)}"),
                $"""
                {BecauseInEnglish(veto.Ground, file)}. The one-vote veto is imposed.{PeriodInEnglish(file)}{DecidedInEnglish(veto)}
                Term of the veto: {EnglishWording.Interval(veto.Term)}.
                Legal basis: {basis}.
                """,
                EnglishSanctionLines.Barred(sanctions, file),
                $"Days that the veto shares with {(file.Rectification is null ? "another loss of eligibility" : "the listing")} "
                + "run concurrently and are not added."));
    }

    public static Mailing Proposed(CaseEvent.VetoProposed proposed, CaseFile file)
    {
        var length = file.Rulebook.Veto!.Length;
        var (lasts, lastsInEnglish) = proposed.Term is { } term
            ? ($"为{Wording.Interval(term)}", EnglishWording.Interval(term))
            : ($"自决定之日起{Wording.Length(length)}", $"{EnglishWording.Length(length)} from the decision");
        return new(
            "veto-proposed",
            Capacity.Everybody(file),
            Chinese: new(
                Wording.Headline(Measure.Veto, file, $"{Reason(proposed.Ground)}，拟予以一票否决，待决定"),
                $"""
                {Because(proposed.Ground, file)}，拟予以一票否决，由有权机关决定。{Period(file)}
                文号：{file.Opening.DocumentNumber}。
                """,
                [],
                $"""
                决定予以一票否决的，期限{lasts}。
                决定作出前征求意见的，答复为待决定。
                """),
            English: new(
                EnglishWording.Headline(Measure.Veto, file,
                    $"{ReasonInEnglish(proposed.Ground)}, one-vote veto proposed, decision to follow"),
                $"""
                {BecauseInEnglish(proposed.Ground, file)}. The one-vote veto is proposed; the competent body decides.{PeriodInEnglish(file)}
                Document number: {file.Opening.DocumentNumber}.
                """,
                [],
                $"""
                If it is imposed, its term is {lastsInEnglish}.
                Until it is decided, consultations are answered with pending.
                """));
    }

    public static Mailing Confirmed(CaseEvent.VetoConfirmed confirmed, CaseFile file)
    {
        var (sanctions, term) = (VetoSanctions(file), file.Veto!.Term);
        var (unit, number) = (file.Opening.Unit.Name, file.Opening.DocumentNumber);
        return new(
            "veto-confirmed",
            Capacity.Everybody(file),
            Chinese: new(
                Wording.Headline(Measure.Veto, file, "一票否决经决定予以确认"),
                $"""
                {number}一案对{unit}的一票否决，经{Wording.Day(confirmed.DecidedOn)}决定予以确认。
                决定文号：{confirmed.DocumentNumber}。
                一票否决期限：{Wording.Interval(term)}，不变。
                """,
                SanctionLines.Barred(sanctions, file),
                null),
            English: new(
                EnglishWording.Headline(Measure.Veto, file, "the one-vote veto is confirmed"),
                $"""
                The one-vote veto against {unit} in the case {number} was confirmed on {EnglishWording.Day(confirmed.DecidedOn)}.
                Number of the decision: {confirmed.DocumentNumber}.
                Term of the veto, unchanged: {EnglishWording.Interval(term)}.
                """,
                EnglishSanctionLines.Barred(sanctions, file),
                null));
    }

    public static Mailing Declined(CaseEvent.VetoDeclined declined, CaseFile file)
    {
        var (unit, number) = (file.Opening.Unit.Name, file.Opening.DocumentNumber);
        var running = file.Sanctions.Where(sanction => sanction.Barred?.To >= declined.DecidedOn).ToList();
        var isFixed = file.Rulebook.ListingSanction == ListingSanction.FixedTerm;
        return new(
            "veto-declined",
            Capacity.Everybody(file),
            Chinese: new(
                Wording.Headline(Measure.Veto, file, "经决定不予一票否决"),
                $"{number}一案中拟对{unit}予以的一票否决，经{Wording.Day(declined.DecidedOn)}决定不予作出。",
                SanctionLines.Barred(running, file),
                file.Rectification is null ? null
                    : isFixed ? "因挂牌督办取消资格的期限不变。"
                    : "因挂牌督办取消的资格，自决定的次日起恢复。"),
            English: new(
                EnglishWording.Headline(Measure.Veto, file, "the one-vote veto is not imposed"),
                $"It was decided on {EnglishWording.Day(declined.DecidedOn)} not to impose the one-vote veto "
                + $"proposed against {unit} in the case {number}.",
                EnglishSanctionLines.Barred(running, file),
                file.Rectification is null ? null
                    : isFixed ? "How long eligibility is lost because of the listing is unchanged."
                    : "The eligibility lost because of the listing is back from the day after the decision."));
    }

    private static List<Sanction> VetoSanctions(CaseFile file) =>
        [.. file.Sanctions.Where(sanction => sanction.Measure == Measure.Veto && sanction.Barred is not null)];

    private static string Reason(VetoGround ground) => ground switch
    {
        VetoGround.DeadlineMissed => "整改期限届满未达到目标",
        VetoGround.GraveHarm => "造成特别严重危害或者影响",
        VetoGround.TwoYearAssessment => "连续两个年度考核不合格",
        VetoGround.Other => "有其他应予否决的情形",
        _ => throw new UnreachableException(ground.ToString()),
    };

    private static string ReasonInEnglish(VetoGround ground) => ground switch
    {
        VetoGround.DeadlineMissed => "goal not reached in time",
        VetoGround.GraveHarm => "especially grave harm or influence",
        VetoGround.TwoYearAssessment => "assessment failed in two consecutive years",
        VetoGround.Other => "another matter that calls for a veto",
        _ => throw new UnreachableException(ground.ToString()),
    };

    private static string Because(VetoGround ground, CaseFile file) => ground == VetoGround.DeadlineMissed
        ? $"{file.Opening.DocumentNumber}对{file.Opening.Unit.Name}挂牌督办的整改期限已届满，未达到整改目标"
        : $"{file.Opening.Unit.Name}{Reason(ground)}（{file.Opening.DocumentNumber}）";

    private static string BecauseInEnglish(VetoGround ground, CaseFile file) => ground == VetoGround.DeadlineMissed
        ? $"The rectification period of the supervised listing {file.Opening.DocumentNumber} of {file.Opening.Unit.Name} has expired "
            + "and the goal was not reached"
        : $"{file.Opening.Unit.Name}, {file.Opening.DocumentNumber}: {ReasonInEnglish(ground)}";

    private static string Period(CaseFile file) => file.Deadline is { } deadline ? $"\n整改期限：{Wording.Until(deadline)}。" : "";

    private static string PeriodInEnglish(CaseFile file) =>
        file.Deadline is { } deadline ? $"\nRectification period: {EnglishWording.Until(deadline)}." : "";

    // A veto that took effect by itself has no day of decision yet.
    private static string Decided(CaseEvent.VetoImposed veto) => veto.DecidedOn is { } on
        ? $"\n决定日期：{Wording.Day(on)}{(veto.DocumentNumber is { } number ? $"，决定文号：{number}" : "")}。"
        : "";

    private static string DecidedInEnglish(CaseEvent.VetoImposed veto) => veto.DecidedOn is { } on
        ? $"\nDecided on {EnglishWording.Day(on)}{(veto.DocumentNumber is { } number ? $", number of the decision: {number}" : "")}."
        : "";
}
