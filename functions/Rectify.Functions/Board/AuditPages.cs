using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board.Audit;
using Rectify.Board.Health;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Functions.Access;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Audit;
using Rectify.Office.Ledger;

namespace Rectify.Functions.Board;

/// <summary>The page that checks the ledger. The check runs only on request, because it reads every entry.</summary>
public sealed class AuditPages(BoardPages pages, LedgerAudit ledgerAudit, LedgerGuard ledgerGuard)
{
    [Function("BoardAudit"), Allows(Role.Auditor, Role.Officer)]
    public async Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/audit")] HttpRequest request, CancellationToken cancellation)
    {
        var caseId = Query.Text(request, "caseId")?.Trim();
        AuditReport? report = null;
        if (Query.Text(request, "check") is not null)
        {
            report = caseId is null
                ? await ledgerAudit.OfAllAsync(cancellation)
                : await ledgerAudit.OfAsync(new CaseId(caseId), cancellation);
            if (report is null) return await pages.ShowMissingAsync(request, "没有这个案件。", "There is no such case.");
        }

        return await pages.ShowAsync<AuditPage>(request, ("台账核验", "Check of the ledger"), new AuditModel(
            caseId,
            report is null ? null : new AuditFinding(report.Cases, report.Events,
                [.. report.Breaks.Select(one => new BrokenCase(one.CaseId.Value, one.Sequence))], report.AsOf)
            {
                Differing = [.. report.Differences.Select(one => one.CaseId.Value).Distinct()],
                Unreadable = [.. report.Unreadable.Select(one => new UnreadableCaseLine(one.CaseId.Value, Bilingual.Same(one.Detail)))],
                Gap = ledgerGuard.Gap?.Told.InBoth,
                Mended = report.Mended,
                AccountBreak = report.Accounts?.FirstBreak,
                Accepted =
                    [.. report.Accepted.Select(one => new AcceptedGap(one.At, one.By, one.Note, one.Expected.Events - one.Found.Events))],
            },
            Caller.Of(request).Role == Role.Auditor));
    }
}
