using Rectify.Domain.Messages;
using Rectify.Office.Access;
using Rectify.Office.Register;
using Rectify.Office.Requests;

namespace Rectify.Office.Accounts;

/// <summary>What an account has to be: who holds it, for which unit or person it speaks, and what may be done with it.</summary>
public sealed class AccountRules(IRegisterStore registerStore, CurrentAccounts current)
{
    private const int MostYears = 10;

    /// <summary>Why an account cannot be issued; null when it can, or is issued already with this content.</summary>
    public async Task<Problem?> RefuseIssueAsync(
        OfficeAccounts accounts, string id, AccountBody body, CancellationToken cancellation)
    {
        if (IdForm.Refuse("accountId", id) is { } malformed) return malformed;
        if (accounts.Find(id) is { } standing)
        {
            return standing.Entries[0].Act is AccountAct.Issue issued && issued == IssueOf(body)
                ? null
                : Conflict(AccountMessages.Taken.With(id));
        }

        return Problem.Together(
            TextLimits.Refuse(("name", body.Name, TextLimits.Line)), EmailAddressForm.Refuse("email", body.Email),
            RefuseHolder(accounts, id, body.Email, body.ObjectId), RefuseDay(body.ValidUntil), await RefuseUnitAsync(body, cancellation),
            await RefuseOfficialAsync(body, cancellation));
    }

    /// <summary>The act that issues an account.</summary>
    public AccountAct.Issue IssueOf(AccountBody body) => new(
        body.Name, body.Role, body.Email, body.UnitId, body.OfficialId, body.ValidUntil, body.ObjectId, body.Language);

    /// <summary>Why an account cannot be renewed; null when it can.</summary>
    public Problem? RefuseRenewal(OfficeAccounts accounts, string id, AccountRenewalBody body) =>
        RefuseState(accounts, id) ?? RefuseDay(body.ValidUntil);

    /// <summary>Why an account cannot be handed over; null when it can.</summary>
    public Problem? RefuseHandOver(OfficeAccounts accounts, string id, AccountHandOverBody body)
    {
        if (RefuseState(accounts, id) is { } problem) return problem;
        if (accounts.Find(id)!.IsSystem) return Conflict(AccountMessages.NotAPerson.With(id));
        if (accounts.Find(id)!.Role == Role.Leader) return Conflict(AccountMessages.LeaderStays.With(id));
        return Problem.Together(
            TextLimits.Refuse(("name", body.Name, TextLimits.Line)), EmailAddressForm.Refuse("email", body.Email),
            RefuseHolder(accounts, id, body.Email, body.ObjectId));
    }

    /// <summary>Why an account cannot be revoked; null when it can.</summary>
    public static Problem? RefuseRevocation(OfficeAccounts accounts, string id, AccountRevocationBody body) =>
        accounts.Find(id) is null
            ? Problem.NotFound(AccountMessages.NoAccount, id)
            : TextLimits.Refuse(("reason", body.Reason, TextLimits.Page));

    /// <summary>Why an account cannot get a key of this name; null when it can.</summary>
    public static Problem? RefuseKey(OfficeAccounts accounts, string id, string keyId)
    {
        if (RefuseState(accounts, id) is { } problem) return problem;
        var account = accounts.Find(id)!;
        if (!account.IsSystem) return Conflict(AccountMessages.NotASystem.With(id));
        return IdForm.Refuse("keyId", keyId)
            ?? (account.Keys.Any(key => key.KeyId == keyId) ? Conflict(AccountMessages.KeyTaken.With(keyId)) : null);
    }

    private static Problem? RefuseState(OfficeAccounts accounts, string id) => accounts.Find(id) switch
    {
        null => Problem.NotFound(AccountMessages.NoAccount, id),
        { IsRevoked: true } => Conflict(AccountMessages.Revoked.With(id)),
        _ => null,
    };

    private Problem? RefuseDay(DateOnly? day) =>
        day is not { } last || (last >= current.Today && last <= current.Today.AddYears(MostYears))
            ? null
            : Problem.Rule("validUntil", AccountMessages.Day.With(current.Today, current.Today.AddYears(MostYears), last));

    private static Problem? RefuseHolder(OfficeAccounts accounts, string id, string? email, string? objectId)
    {
        var others = accounts.All.Where(account => !account.IsRevoked && account.AccountId != id).ToList();
        return Problem.Together(
            others.Find(account => OfficeAccounts.IsSameAddress(account.Email, email)) is { } ofAddress
                ? Problem.Rule("email", AccountMessages.AddressTaken.With(ofAddress.AccountId))
                : null,
            objectId is null ? null
            : !Guid.TryParseExact(objectId, "D", out _) ? Problem.Rule("objectId", AccountMessages.ObjectForm.With(objectId))
            : others.Find(account => string.Equals(account.ObjectId, objectId, StringComparison.OrdinalIgnoreCase)) is { } ofObject
                ? Problem.Rule("objectId", AccountMessages.ObjectTaken.With(ofObject.AccountId))
                : null);
    }

    private async Task<Problem?> RefuseUnitAsync(AccountBody body, CancellationToken cancellation) => (body.Role, body.UnitId) switch
    {
        (Role.Unit, null) => Problem.Rule("unitId", AccountMessages.UnitMissing),
        (Role.Unit, { } unitId) => await registerStore.FindUnitAsync(unitId, cancellation) is null
            ? Problem.Rule("unitId", RegisterMessages.UnknownUnit.With(unitId))
            : null,
        (_, null) => null,
        _ => Problem.Rule("unitId", AccountMessages.UnitForbidden),
    };

    private async Task<Problem?> RefuseOfficialAsync(AccountBody body, CancellationToken cancellation)
    {
        if (body.Role != Role.Leader)
            return body.OfficialId is null ? null : Problem.Rule("officialId", AccountMessages.OfficialForbidden);
        if (body.OfficialId is not { } officialId) return Problem.Rule("officialId", AccountMessages.OfficialMissing);

        return Problem.Together(
            await registerStore.FindOfficialAsync(officialId, cancellation) is null
                ? Problem.Rule("officialId", AccountMessages.UnknownOfficial.With(officialId))
                : null,
            body.Email is null ? Problem.Rule("email", AccountMessages.LeaderIsPerson) : null);
    }

    private static Problem Conflict(Message message) => Problem.Of(ProblemKind.Conflict, AccountMessages.StateTitle, message);
}
