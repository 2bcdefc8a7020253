using Rectify.Domain.Cases;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Cases;
using Rectify.Office.Ledger;

namespace Rectify.Office.RulebookChanges;

/// <summary>Finds the open cases, by the edition that stands in the opening entry of each.</summary>
public sealed class RunningCases(ILedger ledger, CaseRepository caseRepository, TimeProvider clock)
{
    private const int PageSize = 200;

    /// <summary>Every open case, and those that cannot be read.</summary>
    public async Task<(IReadOnlyList<RunningCasesView> Cases, IReadOnlyList<UnreadableView> Unreadable)> AllAsync(
        CancellationToken cancellation)
    {
        var (found, unreadable) = (new List<(Rulebook Rulebook, RunningCaseView Case)>(), new List<UnreadableView>());
        string? continuation = null;
        do
        {
            var filter = new CaseFilter(null, null, null, clock.GetUtcNow());
            var slice = await ledger.ListAsync(filter, PageSize, continuation, cancellation);
            var open = slice.Items.Where(entry => entry.Status != CaseStatus.Closed).Select(entry => entry.CaseId).ToList();
            var streams = await ledger.ReadAsync(open, cancellation);
            foreach (var caseId in open)
            {
                switch (CaseReading.Of(streams[caseId], caseRepository.ContextFor(caseId)))
                {
                    case CaseReading.Unreadable(var broken):
                        unreadable.Add(UnreadableView.Of(broken));
                        break;
                    case CaseReading.Readable(var record):
                        var file = record.State.File;
                        found.Add((file.Rulebook, new RunningCaseView(caseId, file.Opening.DocumentNumber)));
                        break;
                }
            }

            continuation = slice.Continuation;
        } while (continuation is not null);

        return (
            [
                .. from one in found
                   group one.Case by (one.Rulebook.Id, Hash: RulebookHash.Of(one.Rulebook)) into ofEdition
                   orderby ofEdition.Key.Id, ofEdition.Key.Hash
                   select new RunningCasesView(ofEdition.Key.Id, ofEdition.Key.Hash, ofEdition.Count(), [.. ofEdition]),
            ],
            unreadable);
    }
}
