using Rectify.Office.Access;
using Rectify.Office.Requests;

namespace Rectify.Office.Consultations;

/// <summary>
/// The replies that a caller may read: officers and auditors read every reply, a consulting body only those for which it asked itself.
/// </summary>
public sealed class VisibleConsultations(IConsultationStore log)
{
    /// <summary>
    /// The reply; 404 when there is none, and also when another body asked for it, since a body must not learn about whom others ask.
    /// </summary>
    public async Task<Outcome<Consultation>> FindAsync(string consultationId, Caller caller, CancellationToken cancellation) =>
        await log.FindAsync(consultationId, cancellation) is { } consultation && MayRead(caller, consultation)
            ? consultation
            : Problem.NotFound(ConsultationMessages.NoConsultation, consultationId);

    private static bool MayRead(Caller caller, Consultation consultation) =>
        caller.Role is Role.Officer or Role.Auditor || caller.IsActor(consultation.Actor);
}
