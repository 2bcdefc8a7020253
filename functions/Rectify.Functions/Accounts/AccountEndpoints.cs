using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Rectify.Functions.Access;
using Rectify.Functions.Contract;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Accounts;
using Rectify.Office.Requests;

namespace Rectify.Functions.Accounts;

/// <summary>Accounts: who has access, and every change of that.</summary>
public sealed class AccountEndpoints(CurrentAccounts accounts, AccountHandler accountHandler, AccountViews views)
{
    [Function("ListAccounts"), Allows(Role.Officer, Role.Auditor)]
    [Api("The accounts, also those that are expired or revoked.", Answers = typeof(ListAnswer<AccountView>))]
    public async Task<IActionResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/accounts")] HttpRequest request, CancellationToken cancellation) =>
        ListAnswer.Of(await views.AllAsync(cancellation));

    [Function("GetAccount"), Allows(Role.Officer, Role.Auditor)]
    [Api("An account, with every change of it.", Answers = typeof(AccountView))]
    public async Task<IActionResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/accounts/{accountId}")] HttpRequest request, string accountId,
        CancellationToken cancellation) =>
        (await accounts.RefreshAsync(cancellation)).Find(accountId) is { } account
            ? Wire.Json(await views.OfAsync(account, cancellation))
            : Problem.NotFound(AccountMessages.NoAccount, accountId).ToResult();

    [Function("ListAccountEntries"), Allows(Role.Officer, Role.Auditor)]
    [Api("Every change of the accounts with its hash, oldest first.", Answers = typeof(ListAnswer<AccountEntryView>))]
    public async Task<IActionResult> EntriesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/account-entries")] HttpRequest request,
        CancellationToken cancellation) =>
        ListAnswer.Of<AccountEntryView>([.. (await accounts.RefreshAsync(cancellation)).Entries.Select(AccountEntryView.Of)]);

    [Function("IssueAccount"), Allows(Role.Officer)]
    [Api("Issues an account: to a person with a work address, or without one to a system.", Takes = typeof(AccountBody),
        Answers = typeof(AccountView), Statuses = [200, 201])]
    public async Task<IActionResult> IssueAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/accounts/{accountId}")] HttpRequest request, string accountId,
        CancellationToken cancellation)
    {
        if (!(await JsonBody.ReadAsync<AccountBody>(request)).Try(out var body, out var problem)) return problem.ToResult();

        var isNew = (await accounts.RefreshAsync(cancellation)).Find(accountId) is null;
        return await AnswerAsync(
            await accountHandler.IssueAsync(accountId, body.Value, Caller.Of(request).Actor, cancellation), cancellation,
            isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    [Function("RenewAccount"), Allows(Role.Officer)]
    [Api("Gives an account another last day.", Takes = typeof(AccountRenewalBody), Answers = typeof(AccountView))]
    public Task<IActionResult> RenewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/accounts/{accountId}/renewal")] HttpRequest request,
        string accountId, CancellationToken cancellation) =>
        ChangeAsync<AccountRenewalBody>(
            request, (body, actor) => accountHandler.RenewAsync(accountId, body, actor, cancellation), cancellation);

    [Function("HandOverAccount"), Allows(Role.Officer)]
    [Api("Gives an account to another person; the sessions and links of the one before end.", Takes = typeof(AccountHandOverBody),
        Answers = typeof(AccountView))]
    public Task<IActionResult> HandOverAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/accounts/{accountId}/hand-over")] HttpRequest request,
        string accountId, CancellationToken cancellation) =>
        ChangeAsync<AccountHandOverBody>(
            request, (body, actor) => accountHandler.HandOverAsync(accountId, body, actor, cancellation), cancellation);

    [Function("RevokeAccount"), Allows(Role.Officer)]
    [Api("Ends an account at once and for good.", Takes = typeof(AccountRevocationBody), Answers = typeof(AccountView))]
    public Task<IActionResult> RevokeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/accounts/{accountId}/revocation")] HttpRequest request,
        string accountId, CancellationToken cancellation) =>
        ChangeAsync<AccountRevocationBody>(
            request, (body, actor) => accountHandler.RevokeAsync(accountId, body, actor, cancellation), cancellation);

    /// <summary>Gives a key to a system. Only this answer contains it; whoever loses it has another one issued.</summary>
    [Function("IssueAccountKey"), Allows(Role.Officer)]
    [Api("Gives a key to a system; it stands in this answer alone.", Answers = typeof(IssuedKeyView), Statuses = [201])]
    public async Task<IActionResult> IssueKeyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/accounts/{accountId}/keys/{keyId}")] HttpRequest request,
        string accountId, string keyId, CancellationToken cancellation) =>
        (await accountHandler.IssueKeyAsync(accountId, keyId, Caller.Of(request).Actor, cancellation)).Try(out var issued, out var problem)
            ? Wire.Json(issued, StatusCodes.Status201Created)
            : problem.ToResult();

    [Function("RevokeAccountKey"), Allows(Role.Officer)]
    [Api("Revokes a key of a system.", Answers = typeof(AccountView))]
    public async Task<IActionResult> RevokeKeyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/accounts/{accountId}/keys/{keyId}")] HttpRequest request,
        string accountId, string keyId, CancellationToken cancellation) =>
        await AnswerAsync(
            await accountHandler.RevokeKeyAsync(accountId, keyId, Caller.Of(request).Actor, cancellation), cancellation);

    private async Task<IActionResult> ChangeAsync<TBody>(
        HttpRequest request, Func<TBody, string, Task<Outcome<Account>>> change, CancellationToken cancellation) where TBody : notnull =>
        (await JsonBody.ReadAsync<TBody>(request)).Try(out var body, out var problem)
            ? await AnswerAsync(await change(body.Value, Caller.Of(request).Actor), cancellation)
            : problem.ToResult();

    private async Task<IActionResult> AnswerAsync(
        Outcome<Account> outcome, CancellationToken cancellation, int status = StatusCodes.Status200OK) =>
        outcome.Try(out var account, out var problem) ? Wire.Json(await views.OfAsync(account, cancellation), status) : problem.ToResult();
}
