using Rectify.Domain.Identity;
using Rectify.Functions.Ledger;
using Rectify.Functions.Registry;

namespace Rectify.Functions.Cases;

/// <summary>Everything the ledger holds about one subject.</summary>
internal sealed class SubjectFile(ILedger ledger, IRegistry registry, CaseDesk desk)
{
    /// <summary>The subject's cases as they are now; null when neither register nor ledger knows the subject, which is never "clear".</summary>
    public async Task<IReadOnlyList<CaseRecord>?> CasesOfAsync(Subject subject, CancellationToken cancellation)
    {
        var records = new List<CaseRecord>();
        foreach (var caseId in await ledger.CasesOfAsync(subject, cancellation))
        {
            if (await desk.FindAsync(caseId, cancellation) is { } record) records.Add(record);
        }

        return records.Count > 0 || await IsRegisteredAsync(subject, cancellation) ? records : null;
    }

    private async Task<bool> IsRegisteredAsync(Subject subject, CancellationToken cancellation) => subject switch
    {
        Subject.Unit(var id) => await registry.FindUnitAsync(id, cancellation) is not null,
        Subject.Official(var id) => await registry.FindOfficialAsync(id, cancellation) is not null,
        _ => throw new System.Diagnostics.UnreachableException(subject.ToString()),
    };
}
