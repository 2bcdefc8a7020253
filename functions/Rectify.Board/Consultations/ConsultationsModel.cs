using Rectify.Board.Eligibility;
using Rectify.Board.Forms;
using Rectify.Domain.Messages;

namespace Rectify.Board.Consultations;

/// <summary>征求意见复函: the replies that were given, the last first.</summary>
/// <param name="Rows">A part of them.</param>
/// <param name="Next">Address of the next part; null when there is none.</param>
/// <param name="Asking">Where the reader asks anew; null for one who may not.</param>
public sealed record ConsultationsModel(IReadOnlyList<ConsultationRow> Rows, string? Next, string? Asking);

/// <summary>A reply in the list.</summary>
public sealed record ConsultationRow(string ConsultationId, string Number, string AskedBy, Bilingual Purpose, DateOnly On,
    DateTimeOffset AsOf, AnswerCounts Counts);

/// <summary>How many subjects got which answer.</summary>
public sealed record AnswerCounts(int Clear, int Barred, int Pending)
{
    /// <summary>All of them.</summary>
    public int All => Clear + Barred + Pending;
}

/// <summary>A reply as it was given.</summary>
public sealed record ConsultationModel(ConsultationRow Row, IReadOnlyList<SubjectAnswer> Answers);

/// <summary>A reply as it would be given.</summary>
/// <param name="Form">The form that was filled in.</param>
/// <param name="Reply">The reply; its number is given when it is confirmed.</param>
public sealed record ConsultationPreviewModel(FormModel Form, ConsultationModel Reply);
