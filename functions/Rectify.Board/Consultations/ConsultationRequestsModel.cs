using Rectify.Board.Forms;
using Rectify.Domain.Messages;
using Rectify.Office.Consultations;

namespace Rectify.Board.Consultations;

/// <summary>The consultations that an officer answers, the latest first.</summary>
/// <param name="Rows">The consultations.</param>
public sealed record ConsultationRequestsModel(IReadOnlyList<ConsultationRequestRow> Rows);

/// <summary>A consultation that an officer answers.</summary>
/// <param name="Request">The consultation.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Reply">The reply that was issued; null while there is none.</param>
public sealed record ConsultationRequestRow(ConsultationRequest Request, Bilingual Purpose, (string ConsultationId, string Number)? Reply);

/// <summary>One consultation that an officer answers.</summary>
/// <param name="Row">The consultation.</param>
/// <param name="Draft">The reply as it would be issued now, for an officer while it waits; null otherwise.</param>
/// <param name="Form">The form with which an officer decides; null for other readers and once it is decided.</param>
public sealed record ConsultationRequestModel(ConsultationRequestRow Row, ConsultationModel? Draft, FormModel? Form)
{
    /// <summary>Name of the field that tells which answers the officer has seen.</summary>
    public const string SeenName = "seen";

    /// <summary>Fingerprint of the answers that are shown; empty when none are.</summary>
    public required string Seen { get; init; }

    /// <summary>Names of the subjects, in the order in which they were asked about.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    /// <summary>What is wrong with what was sent, also where the form is no longer shown, because somebody else was faster.</summary>
    public IReadOnlyList<FormError> Errors { get; init; } = [];

    /// <summary>Value of the button that issues the reply.</summary>
    public const string Issue = "issue";

    /// <summary>Value of the button that returns the question.</summary>
    public const string Return = "return";

    /// <summary>The form's field.</summary>
    public static IReadOnlyList<Field> Fields { get; } =
    [
        new Field.Prose("reason", ("退回理由", "Reason for returning it"))
        {
            Need = Need.Optional,
            Hint = ("退回时必填，征求意见的单位可见。", "Needed to return it; whoever asked reads it."),
        },
    ];
}
