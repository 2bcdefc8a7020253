using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Rectify.Board.Accounts;
using Rectify.Board.Forms;
using Rectify.Board.Rulebooks;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Functions.Access;
using Rectify.Functions.Board.Forms;
using Rectify.Functions.Http;
using Rectify.Office.Access;
using Rectify.Office.Accounts;
using Rectify.Office.Register;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board.Accounts;

/// <summary>The forms that issue, renew, hand over and revoke an account: form, preview, confirmation.</summary>
public sealed class AccountForms(
    BoardPages pages, FormReader forms, Flash flash, CurrentAccounts accounts, AccountHandler accountHandler, AccountRules rules)
{
    public const string NewAddress = "/board/new-account";

    private const string ListAddress = "/board/accounts";

    /// <summary>The page of an account.</summary>
    public static string AddressOf(string accountId) => $"{ListAddress}/{accountId}";

    public Task<IActionResult> IssueAsync(HttpRequest request, CancellationToken cancellation) => RunAsync(
        request,
        new AccountForm<Draft>(
            ("发放账户", "Issue an account"), NewAddress, ListAddress, AccountFields.Issue,
            [
                .. AccountFields.Issue.Select(field => (field.Name, Query.Text(request, field.Name) ?? "")).Where(pair => pair.Item2 != ""),
                ("validUntil", $"{accounts.Today.AddYears(1):yyyy-MM-dd}"), ("language", MailLanguage.Chinese.Tag),
            ],
            ("确认发放", "Issue it"), ("账户已发放。", "The account is issued."))
        {
            RefuseAsync = async draft => await rules.RefuseIssueAsync(accounts.Value, draft.AccountId, draft.Body, cancellation),
            Preview = draft =>
            [
                (("账户编号", "Account id"), Bilingual.Same(draft.AccountId)), (("持有人", "Holder"), Bilingual.Same(draft.Name)),
                (("角色", "Role"), (Names.Of(draft.Role, Language.Chinese), Names.Of(draft.Role, Language.English))),
                (("工作邮箱", "Work address"),
                    draft.Email is { } email ? Bilingual.Same(email) : ("系统，使用密钥", "a system, with keys")),
                (("有效期", "Validity"), AccountWords.Until(draft.ValidUntil)),
            ],
            DoAsync = (draft, actor) => accountHandler.IssueAsync(draft.AccountId, draft.Body, actor, cancellation),
        },
        cancellation);

    public Task<IActionResult> RenewAsync(HttpRequest request, Account account, CancellationToken cancellation) => RunAsync(
        request,
        new AccountForm<AccountRenewalBody>(
            ($"更改有效期：{account.Name}", $"Renew: {account.Name}"), $"{AddressOf(account.AccountId)}/renewal",
            AddressOf(account.AccountId), [AccountFields.ValidUntil], [("validUntil", $"{accounts.Today.AddYears(1):yyyy-MM-dd}")],
            ("确认", "Renew"), ("有效期已更改。", "The account is renewed."))
        {
            Facts = FactsOf(account),
            RefuseAsync = body => Task.FromResult(rules.RefuseRenewal(accounts.Value, account.AccountId, body)),
            Preview = body => [(("有效期", "Validity"), AccountWords.Until(body.ValidUntil))],
            DoAsync = (body, actor) => accountHandler.RenewAsync(account.AccountId, body, actor, cancellation),
        },
        cancellation);

    public Task<IActionResult> HandOverAsync(HttpRequest request, Account account, CancellationToken cancellation) => RunAsync(
        request,
        new AccountForm<AccountHandOverBody>(
            ($"移交账户：{account.Name}", $"Hand over: {account.Name}"), $"{AddressOf(account.AccountId)}/hand-over",
            AddressOf(account.AccountId), AccountFields.HandOver, [("language", account.Language.Tag)],
            ("确认移交", "Hand over"), ("账户已移交。", "The account is handed over."))
        {
            Facts = FactsOf(account),
            RefuseAsync = body => Task.FromResult(rules.RefuseHandOver(accounts.Value, account.AccountId, body)),
            Preview = body =>
            [
                (("新持有人", "New holder"), Bilingual.Same(body.Name)), (("工作邮箱", "Work address"), Bilingual.Same(body.Email)),
                (("移交后", "From then on"),
                    ("原持有人的会话和链接即刻结束。", "The sessions and links of the present holder end at once.")),
            ],
            DoAsync = (body, actor) => accountHandler.HandOverAsync(account.AccountId, body, actor, cancellation),
        },
        cancellation);

    public Task<IActionResult> RevokeAsync(HttpRequest request, Account account, CancellationToken cancellation) => RunAsync(
        request,
        new AccountForm<AccountRevocationBody>(
            ($"收回账户：{account.Name}", $"Revoke: {account.Name}"), $"{AddressOf(account.AccountId)}/revocation",
            AddressOf(account.AccountId), [AccountFields.Reason], [], ("确认收回", "Revoke"), ("账户已收回。", "The account is revoked."))
        {
            Facts = FactsOf(account),
            RefuseAsync = body => Task.FromResult(AccountRules.RefuseRevocation(accounts.Value, account.AccountId, body)),
            Preview = body =>
            [
                (("收回后", "From then on"), ("会话、链接和密钥即刻失效，不能恢复。", "Sessions, links and keys end at once, for good.")),
                (("理由", "Reason"), Bilingual.Same(body.Reason)),
            ],
            DoAsync = (body, actor) => accountHandler.RevokeAsync(account.AccountId, body, actor, cancellation),
        },
        cancellation);

    private async Task<IActionResult> RunAsync<TBody>(HttpRequest request, AccountForm<TBody> kind, CancellationToken cancellation)
        where TBody : notnull
    {
        if (HttpMethods.IsGet(request.Method))
            return await ShowAsync(request, kind, FormOf(kind, forms.Ticket(request), FormInput.With(kind.Prefilled)));
        if (!(await forms.ReceiveAsync(request)).Try(out var sent, out var problem)) return await pages.ShowProblemAsync(request, problem);

        var form = FormOf(kind, sent.TicketText, sent.Input);
        if (sent.Step == FormModel.Edit) return await ShowAsync(request, kind, form);

        await accounts.RefreshAsync(cancellation);
        if (!FieldBody.Read<TBody>(form.Fields, sent.Input).Try(out var body, out problem)
            || (problem = await kind.RefuseAsync(body.Value)) is not null)
            return await ShowWrongAsync(request, kind, form, problem);
        if (sent.Step != FormModel.Confirm)
        {
            return await pages.ShowAsync<RulebookPreviewPage>(
                request, ($"{kind.Title.Chinese}·预览", $"{kind.Title.English}: preview"),
                new RulebookPreviewModel(form, kind.Preview(body.Value), null, kind.Confirm));
        }

        return (await kind.DoAsync(body.Value, Caller.Of(request).Actor)).Try(out var account, out problem)
            ? flash.To(request, AddressOf(account.AccountId), kind.Done)
            : await ShowWrongAsync(request, kind, form, problem);
    }

    private Task<IActionResult> ShowWrongAsync<TBody>(HttpRequest request, AccountForm<TBody> kind, FormModel form, Problem problem)
        where TBody : notnull => ShowAsync(
            request, kind, form with { Errors = FormErrors.Of(problem, form.Fields, BoardPages.LanguageOf(request)) },
            problem.Kind == ProblemKind.Conflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);

    private Task<IActionResult> ShowAsync<TBody>(
        HttpRequest request, AccountForm<TBody> kind, FormModel form, int status = StatusCodes.Status200OK) where TBody : notnull =>
        pages.ShowAsync<FormPage>(request, kind.Title, form, status);

    private static FormModel FormOf<TBody>(AccountForm<TBody> kind, string ticket, FormInput input) where TBody : notnull =>
        new(kind.Address, ticket, kind.Fields, input, ("预览", "Preview"), kind.Back) { Facts = kind.Facts };

    private static IReadOnlyList<(Bilingual Label, string Text)> FactsOf(Account account) =>
        [(("账户编号", "Account id"), account.AccountId), (("持有人", "Holder"), account.Name)];

    /// <summary>What the form of a new account holds.</summary>
    private sealed record Draft(
        string AccountId, string Name, Role Role, string? Email = null, UnitId? UnitId = null, OfficialId? OfficialId = null,
        DateOnly? ValidUntil = null, string? ObjectId = null, MailLanguage Language = default)
    {
        public AccountBody Body => new(Name, Role, Email, UnitId, OfficialId, ValidUntil, ObjectId, Language);
    }
}
