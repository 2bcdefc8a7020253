using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Office.Access;
using Rectify.Office.Register;

namespace Rectify.Office.Accounts;

/// <summary>An account as its entries say.</summary>
/// <param name="AccountId">Names it for ever.</param>
/// <param name="Name">Who holds it now.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Email">The work address of a person; null for a system, which has keys.</param>
/// <param name="UnitId">For the role <see cref="Role.Unit"/>: the unit it speaks for.</param>
/// <param name="OfficialId">For the role <see cref="Role.Leader"/>: the person of the register.</param>
/// <param name="ValidUntil">The last day on which it is valid; null for no such day.</param>
/// <param name="ObjectId">The object id of the Entra principal that is the same holder.</param>
/// <param name="Language">In which the holder is written to.</param>
/// <param name="Since">The revision by which the present holder got it. Sessions and links of earlier holders have a smaller one.</param>
public sealed record Account(
    string AccountId, string Name, Role Role, string? Email, UnitId? UnitId, OfficialId? OfficialId, DateOnly? ValidUntil,
    string? ObjectId, MailLanguage Language, int Since)
{
    /// <summary>Its entries, oldest first.</summary>
    public required IReadOnlyList<AccountEntry> Entries { get; init; }

    /// <summary>Whether its present holder is the one who acted under it then; a hand-over may keep the name.</summary>
    /// <param name="actor">The actor, as the ledger names it.</param>
    /// <param name="at">When, UTC.</param>
    public bool IsHeldBy(string actor, DateTimeOffset at) =>
        Caller.Actor == actor && Entries.First(entry => entry.Revision == Since).At <= at;

    /// <summary>The keys of a system, also revoked ones.</summary>
    public IReadOnlyList<AccountKey> Keys { get; init; } = [];

    /// <summary>Whether it ended for good, or has an entry that this version of the program cannot read.</summary>
    public bool IsRevoked { get; init; }

    /// <summary>Whether a system holds it, which has keys and no address.</summary>
    public bool IsSystem => Email is null;

    /// <summary>What it is on a day.</summary>
    public AccountStatus StatusOn(DateOnly day) =>
        IsRevoked ? AccountStatus.Revoked : day > ValidUntil ? AccountStatus.Expired : AccountStatus.Valid;

    /// <summary>Its holder as a caller.</summary>
    public Caller Caller => new(Name, Role, UnitId)
    {
        AccountId = AccountId,
        OfficialIds = OfficialId is { } official ? [official] : [],
    };

    /// <summary>The account after one more entry; the first entry issues it.</summary>
    internal static Account? Evolve(Account? account, AccountEntry entry)
    {
        if (entry.Act is AccountAct.Issue issue)
        {
            return new Account(
                entry.AccountId, issue.Name, issue.Role, issue.Email, issue.UnitId, issue.OfficialId, issue.ValidUntil, issue.ObjectId,
                issue.Language, entry.Revision)
            { Entries = [entry] };
        }

        if (account is null) return null;
        account = account with { Entries = [.. account.Entries, entry] };
        return entry.Act switch
        {
            AccountAct.Renew renew => account with { ValidUntil = renew.ValidUntil },
            AccountAct.HandOver over => account with
            {
                Name = over.Name,
                Email = over.Email,
                ObjectId = over.ObjectId,
                Language = over.Language,
                Since = entry.Revision,
            },
            AccountAct.IssueKey key => account with { Keys = [.. account.Keys, new AccountKey(key.KeyId, key.Sha256)] },
            AccountAct.RevokeKey revoked => account with
            {
                Keys = [.. account.Keys.Select(key => key.KeyId == revoked.KeyId ? key with { IsRevoked = true } : key)],
            },
            // Also an act that a newer version has recorded: it may have taken something away, so nobody gets in.
            _ => account with { IsRevoked = true },
        };
    }
}

/// <summary>A key of a system.</summary>
/// <param name="KeyId">Names it among the keys of the account.</param>
/// <param name="Sha256">Its hash, lower-case hex.</param>
public sealed record AccountKey(string KeyId, string Sha256)
{
    /// <summary>Whether it opens nothing any more.</summary>
    public bool IsRevoked { get; init; }
}

/// <summary>What an account is on a day.</summary>
public enum AccountStatus
{
    /// <summary>It lets its holder in.</summary>
    [Words("有效", "valid")]
    Valid,

    /// <summary>Its last day is over; it can be renewed.</summary>
    [Words("已到期", "expired")]
    Expired,

    /// <summary>It ended for good.</summary>
    [Words("已收回", "revoked")]
    Revoked,
}
