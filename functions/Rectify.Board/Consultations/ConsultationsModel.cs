using Rectify.Board.Eligibility;
using Rectify.Board.Forms;
using Rectify.Domain.Messages;
using Rectify.Office.Consultations;

namespace Rectify.Board.Consultations;

/// <summary>征求意见复函: the list of replies, the latest first.</summary>
/// <param name="Rows">The replies of this part of the list.</param>
/// <param name="Next">Address of the next part; null when there is none.</param>
/// <param name="Asking">Address of the form for a new consultation; null for a reader who may not ask.</param>
public sealed record ConsultationsModel(IReadOnlyList<ConsultationRow> Rows, string? Next, string? Asking)
{
    /// <summary>How many consultations wait for an officer; null where replies go out by themselves.</summary>
    public int? Waiting { get; init; }

    /// <summary>Whether the reader may have the whole register of who is barred.</summary>
    public bool HasBarred { get; init; }
}

/// <summary>A reply in the list.</summary>
public sealed record ConsultationRow(string ConsultationId, string Number, string AskedBy, Bilingual Purpose, DateOnly On,
    DateTimeOffset AsOf, AnswerCounts Counts)
{
    /// <summary>The last day on which the reply may be relied on; null when it says none.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Whether the reply has an annex.</summary>
    public bool HasAnnex { get; init; }
}

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
public sealed record ConsultationModel(ConsultationRow Row, IReadOnlyList<SubjectAnswer> Answers, IReadOnlyList<ConsultedRow> Rows)
{
    /// <summary>Its answers that no longer hold.</summary>
    public IReadOnlyList<OvertakenAnswer> Overtaken { get; init; } = [];
}

/// <summary>A reply as it would be given.</summary>
/// <param name="Form">The form that was filled in.</param>
/// <param name="Reply">The reply; it gets its number when it is confirmed.</param>
/// <param name="HasChanged">Whether the list means others than in the preview that was to be confirmed.</param>
public sealed record ConsultationPreviewModel(FormModel Form, ConsultationModel Reply, bool HasChanged)
{
    /// <summary>Whether an officer answers: then the answers are not shown before that.</summary>
    public bool AwaitsOfficer { get; init; }

    /// <summary>The form's name for whom the previewed list means.</summary>
    public const string Identified = "identified";
}
