using Rectify.Domain.Identity;
using Rectify.Office.Access;
using Rectify.Office.Register;

namespace Rectify.Office.Accounts;

/// <summary>Body of <c>PUT /api/accounts/{accountId}</c>: the account to issue. Without an address it is a system's.</summary>
public sealed record AccountBody(
    string Name, Role Role, string? Email = null, UnitId? UnitId = null, OfficialId? OfficialId = null, DateOnly? ValidUntil = null,
    string? ObjectId = null, MailLanguage Language = default);

/// <summary>Body of <c>POST /api/accounts/{accountId}/renewal</c>; without a day the account is valid until it is revoked.</summary>
public sealed record AccountRenewalBody(DateOnly? ValidUntil = null);

/// <summary>Body of <c>POST /api/accounts/{accountId}/hand-over</c>: who holds the account from now on.</summary>
public sealed record AccountHandOverBody(string Name, string Email, string? ObjectId = null, MailLanguage Language = default);

/// <summary>Body of <c>POST /api/accounts/{accountId}/revocation</c>.</summary>
public sealed record AccountRevocationBody(string Reason);

/// <summary>An account on the wire.</summary>
/// <param name="AccountId">Names it.</param>
/// <param name="Name">Who holds it.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Status">What it is today.</param>
/// <param name="Email">The work address; null for a system.</param>
/// <param name="UnitId">The unit it speaks for; null for roles without one.</param>
/// <param name="OfficialId">The person of the register; null for roles without one.</param>
/// <param name="ValidUntil">The last day; null for none.</param>
/// <param name="ObjectId">The object id of the Entra principal; null for none.</param>
/// <param name="Language">In which the holder is written to.</param>
/// <param name="Keys">The keys of a system; none of them can be read.</param>
/// <param name="Entries">What was done with it, oldest first.</param>
public sealed record AccountView(
    string AccountId, string Name, Role Role, AccountStatus Status, string? Email, UnitId? UnitId, OfficialId? OfficialId,
    DateOnly? ValidUntil, string? ObjectId, MailLanguage Language, IReadOnlyList<AccountKeyView> Keys,
    IReadOnlyList<AccountEntryView> Entries);

/// <summary>A key on the wire.</summary>
/// <param name="KeyId">Names it.</param>
/// <param name="Revoked">Whether it opens nothing any more.</param>
/// <param name="LastUsedOn">The last day on which it was used, as far as it is noted; null for never.</param>
public sealed record AccountKeyView(string KeyId, bool Revoked, DateOnly? LastUsedOn);

/// <summary>An entry on the wire, with its hashes.</summary>
public sealed record AccountEntryView(
    int Revision, string AccountId, System.Text.Json.JsonElement Data, string Actor, DateTimeOffset At, string PreviousHash, string Hash)
{
    public static AccountEntryView Of(AccountEntry entry) => new(
        entry.Revision, entry.AccountId, System.Text.Json.JsonElement.Parse(entry.Data), entry.Actor, entry.At, entry.PreviousHash,
        entry.Hash);
}

/// <summary>The answer to a new key: the only one in which it stands.</summary>
public sealed record IssuedKeyView(string AccountId, string KeyId, string Key);
