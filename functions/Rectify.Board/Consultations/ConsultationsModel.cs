using Rectify.Board.Eligibility;
using Rectify.Board.Forms;
using Rectify.Domain.Messages;
using Rectify.Office.Consultations;

namespace Rectify.Board.Consultations;

/// <summary>征求意见复函: the list of replies, the latest first.</summary>
/// <param name="Rows">The replies of this part of the list.</param>
/// <param name="Next">Address of the next part; null when there is none.</param>
/// <param name="Asking">Address of the form for a new consultation; null for a reader who may not ask.</param>
public sealed record ConsultationsModel(IReadOnlyList<ConsultationRow> Rows, string? Next, string? Asking);

/// <summary>A reply in the list.</summary>
public sealed record ConsultationRow(string ConsultationId, string Number, string AskedBy, Bilingual Purpose, DateOnly On,
    DateTimeOffset AsOf, AnswerCounts Counts);

/// <summary>How many subjects got which answer.</summary>
public sealed record AnswerCounts(int Clear, int Barred, int Pending)
{
    /// <summary>The number of all subjects.</summary>
    public int All => Clear + Barred + Pending;
}

/// <summary>A reply as it was given.</summary>
/// <param name="Row">Its facts.</param>
/// <param name="Answers">The answers.</param>
/// <param name="Rows">The list that was asked about; empty when the subjects were given by their ids.</param>
public sealed record ConsultationModel(ConsultationRow Row, IReadOnlyList<SubjectAnswer> Answers, IReadOnlyList<ConsultedRow> Rows);

/// <summary>A reply as it would be given.</summary>
/// <param name="Form">The form that was filled in.</param>
/// <param name="Reply">The reply; it gets its number when it is confirmed.</param>
/// <param name="HasChanged">Whether the list means others than in the preview that was to be confirmed.</param>
public sealed record ConsultationPreviewModel(FormModel Form, ConsultationModel Reply, bool HasChanged)
{
    /// <summary>The form's name for whom the previewed list means.</summary>
    public const string Identified = "identified";
}
