using System.Diagnostics;
using Rectify.Board.Documents;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Domain.Terms;
using Rectify.Office.Consultations;
using Rectify.Office.Eligibility;
using Rectify.Office.Letters;
using Rectify.Office.Register;

namespace Rectify.Functions.Consultations;

/// <summary>The Chinese wording of a consultation.</summary>
internal static class ConsultationWords
{
    public static string Of(Answer answer) => answer switch
    {
        Answer.Clear => "无限制",
        Answer.Barred => "受限制",
        Answer.Pending => "待决定",
        _ => throw new UnreachableException(answer.ToString()),
    };

    public static string Of(Purpose purpose) => purpose switch
    {
        Purpose.Honour => "评选综合性荣誉称号",
        Purpose.Award => "评先受奖",
        Purpose.Promotion => "晋职晋级",
        _ => throw new UnreachableException(purpose.ToString()),
    };

    /// <summary>征求意见复函.</summary>
    public static ReplyLetter Reply(Consultation consultation, string office) => new(
        office, consultation.Number.Text, consultation.AskedBy, Of(consultation.Purpose), consultation.On, consultation.AsOf,
        [
            .. consultation.Answers.Select(answer => new ReplyLine(
                answer.Name, answer.Subject.ToString(), Opinion(answer.Finding),
                [.. answer.Finding.Bases.Select(Basis), .. Warnings(answer).Select(warning => warning.Chinese)])),
        ],
        [.. consultation.NotIdentified.Select(row => new UnansweredRow(row.Row, row.Text))], consultation.ValidTo,
        ReplyAnnex.Of(consultation)?.Hash);

    /// <summary>
    /// The warnings with an answer: a bar that is known to begin while the reply is valid, and namesakes in the register who may be the
    /// same person.
    /// </summary>
    public static IEnumerable<Bilingual> Warnings(ConsultedSubject answer) =>
    [
        .. (answer.Later?.All ?? []).Select(AnswerWords.Of),
        .. (answer.Namesakes ?? []).Select(other => new Namesake(other.Other, other.Likeness).InAnswer),
    ];

    private static ReplyOpinion Opinion(Finding finding) => finding.Answer switch
    {
        Answer.Clear => new ReplyOpinion.Clear(),
        Answer.Barred => new ReplyOpinion.Barred(finding.Until),
        Answer.Pending => new ReplyOpinion.Pending(),
        _ => throw new UnreachableException(finding.Answer.ToString()),
    };

    private static string Basis(FindingBasis basis)
    {
        var of = basis.Predecessor switch
        {
            null => "",
            Subject.Official official => $"同一人的另一编号{official}：",
            var unit => $"所承继的{unit}：",
        };
        return $"{of}{basis.DocumentNumber}，{What(basis)}";
    }

    private static string What(FindingBasis basis) => (basis.SanctionId, basis.From, basis.To) switch
    {
        (not null, { } from, { } to) => $"{Wording.Of(basis.Measure)}，取消{Wording.Of(basis.Bars)}，{Wording.Interval(new(from, to))}",
        (not null, { } from, null) =>
            $"{Wording.Of(basis.Measure)}，取消{Wording.Of(basis.Bars)}，{Wording.Interval(DayInterval.OpenFrom(from))}",
        (null, { } from, { } to) => $"拟予以{Wording.Of(basis.Measure)}，{Wording.Interval(new(from, to))}",
        _ => $"拟予以{Wording.Of(basis.Measure)}，自决定之日起计算",
    };
}
