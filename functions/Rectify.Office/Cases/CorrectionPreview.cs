using System.Diagnostics;
using Rectify.Domain.Cases;

namespace Rectify.Office.Cases;

/// <summary>Shows what a correction would change. Records nothing.</summary>
public sealed class CorrectionPreview(CaseCommandHandler handler, CaseRepository cases, CaseViews views)
{
    /// <summary>The fields from what to what with the case as it would stand; or why the correction is refused.</summary>
    public async Task<(CorrectionPreviewView? View, Rejection? Refusal)> OfAsync(
        CaseRecord record, CaseCommand command, CancellationToken cancellation)
    {
        switch (await handler.DecideAsync(command, record.Recorded, cases.ContextFor(record), cancellation))
        {
            case Decision.Rejected(var rejection):
                return (null, rejection);
            case Decision.Accepted(var events):
                var after = (CaseState.Opened)Evolution.Fold(record.Recorded, events);
                var view = await views.OfAsync(record with { State = after }, cancellation);
                return (new CorrectionPreviewView(OpeningChange.Between(record.State.File, after.File), view), null);
            case var other:
                throw new UnreachableException(other.ToString());
        }
    }
}

/// <summary>A correction before it is recorded.</summary>
/// <param name="Changes">Each field from what to what.</param>
/// <param name="Case">The case as it would stand, with deadline and sanctions; nothing of it is recorded.</param>
public sealed record CorrectionPreviewView(IReadOnlyList<OpeningChange> Changes, CaseView Case);
