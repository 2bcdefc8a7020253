using Rectify.Board.Overview;
using Rectify.Domain.Calendar;
using Rectify.Domain.Messages;
using Rectify.Functions.Board.Actions;
using Rectify.Functions.Board.Consultations;
using Rectify.Office.Access;
using Rectify.Office.Cases;
using Rectify.Office.Consultations;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Board.Overview;

/// <summary>
/// Finds what waits for the office: acts in cases, consultations that an officer answers, and mails that a person has to handle.
/// </summary>
/// <remarks>
/// The longest wait comes first. Vetoes that are in force and only need the committee's confirmation come after everything that is open.
/// </remarks>
public sealed class WaitingReport(CaseQuery index, IOutbox outbox, ConsultationRequests requests)
{
    private const int PageSize = 1_000;
    private const int MostShown = 50;
    private const int MostConfirmations = 20;
    private const int MostMails = 20;

    private static readonly AwaitedAct[] Open =
    [
        AwaitedAct.Inspection, AwaitedAct.FurtherInspection, AwaitedAct.VetoDecision, AwaitedAct.VetoReview, AwaitedAct.NextRung,
        AwaitedAct.Consequence, AwaitedAct.UrgingLetter, AwaitedAct.Resumption,
    ];

    /// <summary>The lines for a person in a role, and where further ones are found.</summary>
    public async Task<(IReadOnlyList<WaitingLine> Lines, IReadOnlyList<(Bilingual Name, string Address)> More)> MakeAsync(
        Caller caller, CancellationToken cancellation)
    {
        var open = await index.GlanceAtAllAsync(WantedOf(Open), PageSize, cancellation).SelectMany(part => part.Items)
            .Select(item => LineOf(item, caller)).ToListAsync(cancellation);
        if (caller.Role is Role.Officer or Role.Auditor)
        {
            open.AddRange(await MailsAsync(caller, cancellation));
            open.AddRange(await QuestionsAsync(caller, cancellation));
        }

        var confirmations = await index.GlanceAsync(
            WantedOf([AwaitedAct.VetoConfirmation]), MostConfirmations, null, cancellation);

        List<(Bilingual Name, string Address)> more = [];
        if (open.Count > MostShown)
        {
            more.Add(((Bilingual)($"另有 {open.Count - MostShown} 项待办，见台账、征求意见和发件箱",
                $"{open.Count - MostShown} more wait: see the register, the consultations and the outbox"),
                "/board/cases?status=awaitingInspection,vetoProposed,nextRungProposed,consequenceProposed&order=due"));
        }

        if (confirmations.Continuation is not null)
        {
            more.Add((
                ("其余待确认的一票否决见台账", "The other vetoes to be confirmed are in the register"),
                "/board/cases?status=vetoed&order=due"));
        }

        return (
            [
                .. open.OrderBy(line => line.Since).ThenBy(line => line.Title.Chinese, StringComparer.Ordinal).Take(MostShown),
                .. confirmations.Items.Select(item => LineOf(item, caller)).OrderBy(line => line.Since)
                    .ThenBy(line => line.Title.Chinese, StringComparer.Ordinal),
            ], more);
    }

    private static CaseQuery.Wanted WantedOf(IReadOnlyList<AwaitedAct> acts) =>
        new(null, null, null, null) { Awaits = acts, Order = CaseOrder.Due };

    private static WaitingLine LineOf(CaseListItem item, Caller caller)
    {
        var (awaited, address) = (item.Summary.Awaited!, $"/board/cases/{item.CaseId}");
        return new WaitingLine(
            awaited.Since, Names.WordsOf(awaited.Act)!.Value, item.Summary.UnitName, Bilingual.Same(item.Summary.DocumentNumber), address,
            caller.Role == Role.Officer ? ActOf(awaited.Act, address) : null);
    }

    private static ActLink? ActOf(AwaitedAct act, string address) => act switch
    {
        AwaitedAct.Inspection or AwaitedAct.FurtherInspection => LinkTo(CaseActions.Inspection, address),
        AwaitedAct.VetoDecision or AwaitedAct.VetoConfirmation or AwaitedAct.VetoReview => LinkTo(CaseActions.VetoDecision, address),
        AwaitedAct.Consequence => LinkTo(CaseActions.Consequence, address),
        AwaitedAct.UrgingLetter => LinkTo(CaseActions.Urging, address),
        AwaitedAct.Resumption => LinkTo(CaseActions.Resumption, address),
        // The next rung is opened or declined: the case leads to both forms.
        AwaitedAct.NextRung => new ActLink(address, ("升级或不予升级", "Open or decline it")),
        _ => null,
    };

    private static ActLink LinkTo(CaseAction action, string address) => new($"{address}/{action.Route}", action.Name);

    private async Task<IEnumerable<WaitingLine>> QuestionsAsync(Caller caller, CancellationToken cancellation) =>
        from asked in await requests.ListAsync(caller, cancellation)
        where asked.State == RequestState.Waiting
        let purpose = ConsultationReplies.NameOf(asked.Asked.Body.Purpose)
        let count = asked.Asked.Body.Subjects.Count
        let address = $"{ConsultationRequestPages.Address}/{asked.RequestId}"
        select new WaitingLine(
            LocalDay.Of(asked.At), ("征求意见待核定", "consultation to answer"), asked.Asked.Body.AskedBy,
            ($"{purpose.Chinese}，{count}个对象", $"{purpose.English}, subjects: {count}"), address,
            caller.Role == Role.Officer ? new ActLink(address, ("核定、出具", "Check and issue")) : null);

    private async Task<IReadOnlyList<WaitingLine>> MailsAsync(Caller caller, CancellationToken cancellation)
    {
        List<WaitingLine> lines = [];
        foreach (var (status, what) in new (NoticeStatus, Bilingual)[]
        {
            (NoticeStatus.Failed, ("邮件未能送出", "mail failed")),
            (NoticeStatus.Unknown, ("邮件是否送出不明", "mail may or may not have gone out")),
        })
        {
            foreach (var row in (await outbox.ListAsync(null, status, MostMails, null, cancellation)).Items)
            {
                var address = $"/board/outbox/{Uri.EscapeDataString(row.Notice.Id.Value)}";
                lines.Add(new WaitingLine(
                    LocalDay.Of(row.At), what, row.Notice.Recipient.Name, Bilingual.Same(row.Notice.Subject), address,
                    caller.Role == Role.Officer ? new ActLink(address, ("查看、重发或了结", "Look, send again or settle")) : null));
            }
        }

        return lines;
    }
}
