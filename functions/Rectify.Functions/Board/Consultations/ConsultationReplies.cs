using Rectify.Board.Consultations;
using Rectify.Board.Forms;
using Rectify.Domain;
using Rectify.Domain.Messages;
using Rectify.Functions.Consultations;
using Rectify.Office.Consultations;
using Rectify.Office.Eligibility;

namespace Rectify.Functions.Board.Consultations;

/// <summary>Makes the models of the consultation pages.</summary>
internal static class ConsultationReplies
{
    /// <summary>The purposes to choose from.</summary>
    public static IReadOnlyList<Option> Purposes { get; } =
        [.. Enum.GetValues<Purpose>().Select(purpose => new Option(WireName.Of(purpose), NameOf(purpose)))];

    public static ConsultationModel Of(Consultation consultation, IReadOnlyList<OvertakenAnswer>? overtaken = null) => new(
        RowOf(consultation),
        [.. consultation.Answers.Index().Select(answer =>
            EligibilityPages.AnswerOf(answer.Index + 1, answer.Item.Subject.ToString(), answer.Item.Name,
                answer.Item.Finding) with { Warnings = [.. ConsultationWords.Warnings(answer.Item)] })],
        consultation.Rows ?? [])
    {
        Overtaken = overtaken ?? [],
    };

    public static ConsultationRow RowOf(Consultation consultation)
    {
        int Count(Answer answer) => consultation.Answers.Count(subject => subject.Finding.Answer == answer);
        return new ConsultationRow(
            consultation.ConsultationId, consultation.Number.Text, consultation.AskedBy, NameOf(consultation.Purpose), consultation.On,
            consultation.AsOf,
            new AnswerCounts(Count(Answer.Clear), Count(Answer.Barred), Count(Answer.Pending)))
        {
            ValidTo = consultation.ValidTo,
            HasAnnex = consultation.Proof is not null,
        };
    }

    internal static Bilingual NameOf(Purpose purpose) => (ConsultationWords.Of(purpose), purpose switch
    {
        Purpose.Honour => "honour",
        Purpose.Award => "award",
        Purpose.Promotion => "promotion",
        _ => throw new System.Diagnostics.UnreachableException(purpose.ToString()),
    });
}
