using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board.Accounts;
using Rectify.Board.Cases;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Accounts;
using Rectify.Functions.Board.Forms;
using Rectify.Office.Access;
using Rectify.Office.Accounts;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board;

/// <summary>账户: the pages of everybody who has access, and the forms that issue, renew, hand over and revoke.</summary>
public sealed class AccountPages(
    BoardPages pages, CurrentAccounts accounts, AccountViews views, AccountHandler accountHandler, AccountForms accountForms,
    SessionRows sessionRows, KeyRing keys, FormReader forms, Flash flash)
{
    [Function("BoardAccounts"), Allows(Role.Officer, Role.Auditor)]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/accounts")] HttpRequest request, CancellationToken cancellation) =>
        await pages.ShowAsync<AccountsPage>(
            request, ("账户", "Accounts"),
            new AccountsModel(
                await views.AllAsync(cancellation),
                [
                    .. keys.All.Select(key => new SettingsKeyRow(
                        key.Caller.Name, key.Caller.Role, key.Caller.UnitId?.Value, key.Place)),
                ],
                IsOfficer(request) ? [new(AccountForms.NewAddress, ("发放账户", "Issue an account"))] : []));

    [Function("BoardAccount"), Allows(Role.Officer, Role.Auditor)]
    public Task<IActionResult> ShowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "board/accounts/{accountId}")] HttpRequest request, string accountId,
        CancellationToken cancellation) =>
        WithAsync(request, accountId, async account =>
        {
            var address = AccountForms.AddressOf(account.AccountId);
            var mayChange = IsOfficer(request) && !account.IsRevoked;
            return await pages.ShowAsync<AccountPage>(
                request, (account.Name, account.Name),
                new AccountModel(
                    await views.OfAsync(account, cancellation),
                    [.. account.Entries.Select(entry => new AccountActLine(entry.At, entry.Actor, AccountWords.Of(entry.Act)))],
                    await sessionRows.OfAsync(request, account.Caller, address, cancellation),
                    mayChange ? [.. ActionsOn(account, address)] : [])
                {
                    KeyForms = mayChange && account.IsSystem
                        ? new KeyForms(forms.TicketFor(request, $"{address}/keys"), forms.TicketFor(request, $"{address}/key-revocation"))
                        : null,
                });
        }, cancellation);

    [Function("BoardNewAccount"), Allows(Role.Officer)]
    public Task<IActionResult> IssueAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/new-account")] HttpRequest request,
        CancellationToken cancellation) => accountForms.IssueAsync(request, cancellation);

    [Function("BoardRenewAccount"), Allows(Role.Officer)]
    public Task<IActionResult> RenewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/accounts/{accountId}/renewal")] HttpRequest request,
        string accountId, CancellationToken cancellation) =>
        WithAsync(request, accountId, account => accountForms.RenewAsync(request, account, cancellation), cancellation);

    [Function("BoardHandOverAccount"), Allows(Role.Officer)]
    public Task<IActionResult> HandOverAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/accounts/{accountId}/hand-over")] HttpRequest request,
        string accountId, CancellationToken cancellation) =>
        WithAsync(request, accountId, account => accountForms.HandOverAsync(request, account, cancellation), cancellation);

    [Function("BoardRevokeAccount"), Allows(Role.Officer)]
    public Task<IActionResult> RevokeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "board/accounts/{accountId}/revocation")] HttpRequest request,
        string accountId, CancellationToken cancellation) =>
        WithAsync(request, accountId, account => accountForms.RevokeAsync(request, account, cancellation), cancellation);

    [Function("BoardIssueKey"), Allows(Role.Officer)]
    public async Task<IActionResult> IssueKeyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "board/accounts/{accountId}/keys")] HttpRequest request,
        string accountId, CancellationToken cancellation)
    {
        if (!(await forms.ReceiveAsync(request)).Try(out var sent, out var problem)) return await pages.ShowProblemAsync(request, problem);

        var keyId = sent.Input.Text("keyId").Trim();
        return (await accountHandler.IssueKeyAsync(accountId, keyId, Caller.Of(request).Actor, cancellation)).Try(
            out var issued, out problem)
            ? await pages.ShowAsync<IssuedKeyPage>(
                request, ("新密钥", "The new key"), new IssuedKeyModel(issued, AccountForms.AddressOf(accountId)))
            : await pages.ShowProblemAsync(request, problem);
    }

    [Function("BoardRevokeKey"), Allows(Role.Officer)]
    public async Task<IActionResult> RevokeKeyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "board/accounts/{accountId}/key-revocation")] HttpRequest request,
        string accountId, CancellationToken cancellation)
    {
        if (!(await forms.ReceiveAsync(request)).Try(out var sent, out var problem)) return await pages.ShowProblemAsync(request, problem);

        var keyId = sent.Input.Text("keyId");
        return (await accountHandler.RevokeKeyAsync(accountId, keyId, Caller.Of(request).Actor, cancellation)).Try(out _, out problem)
            ? flash.To(request, AccountForms.AddressOf(accountId), ($"密钥 {keyId} 已收回。", $"The key {keyId} is revoked."))
            : await pages.ShowProblemAsync(request, problem);
    }

    private async Task<IActionResult> WithAsync(
        HttpRequest request, string accountId, Func<Account, Task<IActionResult>> show, CancellationToken cancellation) =>
        (await accounts.RefreshAsync(cancellation)).Find(accountId) is { } account
            ? await show(account)
            : await pages.ShowMissingAsync(request, Problem.NotFound(AccountMessages.NoAccount, accountId));

    private static IEnumerable<CaseLink> ActionsOn(Account account, string address)
    {
        yield return new($"{address}/renewal", ("延长或更改有效期", "Renew"));
        if (!account.IsSystem && account.Role != Role.Leader) yield return new($"{address}/hand-over", ("移交他人", "Hand over"));
        yield return new($"{address}/revocation", ("收回", "Revoke"));
    }

    private static bool IsOfficer(HttpRequest request) => Caller.Of(request).Role == Role.Officer;
}
