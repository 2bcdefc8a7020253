using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Office.Access;
using Rectify.Office.Accounts;
using Rectify.Office.Register;
using Rectify.Office.Requests;
using Rectify.Office.Text;

namespace Rectify.Server.Accounts;

/// <summary>What the command <c>account</c> does on a storage, and what it prints. Every method answers the exit code.</summary>
internal sealed class AccountWork(
    IAccountStore accountStore, IRegisterStore registerStore, TimeProvider clock, string actor, TextWriter output, TextWriter errors,
    CancellationToken cancellation)
{
    private readonly CurrentAccounts current = new(accountStore, clock);

    private AccountHandler Handler => new(accountStore, current, new AccountRules(registerStore, current), clock);

    public async Task<int> ListAsync()
    {
        foreach (var account in (await current.RefreshAsync(cancellation)).All)
            output.WriteLine(LineOf(account));
        return 0;
    }

    public async Task<int> IssueAsync(
        string id, string role, string holder, string? email, string? unit, string? official, string? until)
    {
        if (!WireName.TryParse<Role>(role, out var known)) return Refuse($"--role is one of {WireName.List<Role>()}; got {role}.");
        if (!TryReadDay(until, out var last)) return Refuse($"--until is yyyy-MM-dd; got {until}.");
        if (RefuseText(("--holder", holder))) return 1;
        var body = new AccountBody(
            TextRule.Stored(holder), known, email, unit is null ? null : new UnitId(unit),
            official is null ? null : new OfficialId(official), last);
        return Tell(await Handler.IssueAsync(id, body, actor, cancellation));
    }

    public async Task<int> RenewAsync(string id, string? until) => TryReadDay(until, out var last)
        ? Tell(await Handler.RenewAsync(id, new AccountRenewalBody(last), actor, cancellation))
        : Refuse($"--until is yyyy-MM-dd; got {until}.");

    public async Task<int> HandOverAsync(string id, string holder, string email) => RefuseText(("--holder", holder))
        ? 1
        : Tell(await Handler.HandOverAsync(id, new AccountHandOverBody(TextRule.Stored(holder), email), actor, cancellation));

    public async Task<int> RevokeAsync(string id, string reason) => RefuseText(("--reason", reason))
        ? 1
        : Tell(await Handler.RevokeAsync(id, new AccountRevocationBody(TextRule.Stored(reason)), actor, cancellation));

    public async Task<int> IssueKeyAsync(string id, string keyId)
    {
        if (!(await Handler.IssueKeyAsync(id, keyId, actor, cancellation)).Try(out var issued, out var problem)) return Refuse(problem);

        output.WriteLine($"Key (shown once, only its hash is kept): {issued.Key}");
        return 0;
    }

    public async Task<int> RevokeKeyAsync(string id, string keyId) =>
        Tell(await Handler.RevokeKeyAsync(id, keyId, actor, cancellation));

    private int Tell(Outcome<Account> outcome)
    {
        if (!outcome.Try(out var account, out var problem)) return Refuse(problem);

        output.WriteLine(LineOf(account));
        return 0;
    }

    private int Refuse(Problem problem)
    {
        foreach (var message in problem.Errors?.Values.SelectMany(messages => messages) ?? [problem.Detail])
            errors.WriteLine(message.ToString());
        return 1;
    }

    private int Refuse(string why)
    {
        errors.WriteLine(why);
        return 1;
    }

    private bool RefuseText(params (string Option, string Text)[] texts)
    {
        foreach (var (option, text) in texts)
        {
            if (TextRule.Refuse(text, Lines.One) is not { } refusal) continue;
            errors.WriteLine($"{option} {refusal}");
            return true;
        }

        return false;
    }

    private string LineOf(Account account) => string.Join('\t', (string[])
    [
        account.AccountId, account.Name, WireName.Of(account.Role), account.Email ?? "-",
        account.UnitId?.Value ?? account.OfficialId?.Value ?? "-", WireName.Of(account.StatusOn(current.Today)),
        account.ValidUntil is { } last ? IsoDay.Of(last) : "-",
    ]);

    private static bool TryReadDay(string? text, out DateOnly? day)
    {
        day = text is not null && IsoDay.TryParse(text, out var read) ? read : null;
        return text is null || day is not null;
    }
}
