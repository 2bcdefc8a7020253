using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Office.Access;
using Rectify.Office.Register;

namespace Rectify.Office.Accounts;

/// <summary>A change of an account. It is stored, chained to the entry before it by hashes, and never changed.</summary>
/// <param name="Revision">1, 2, 3 and so on, over all accounts.</param>
/// <param name="AccountId">Which account.</param>
/// <param name="Data">What was done, as JSON (<see cref="AccountAct"/>). It is kept as text, since the hash is computed over it.</param>
/// <param name="Actor">Who did it, from the credential.</param>
/// <param name="At">When, UTC.</param>
/// <param name="PreviousHash">Hash of the entry before; empty for the first.</param>
/// <param name="Hash">SHA-256 over all other members.</param>
public sealed record AccountEntry(
    int Revision, string AccountId, string Data, string Actor, DateTimeOffset At, string PreviousHash, string Hash)
{
    /// <summary>What was done; null for an act that a newer version of the program has recorded.</summary>
    [JsonIgnore]
    public AccountAct? Act
    {
        get
        {
            try
            {
                return DomainJson.Read<AccountAct>(Data);
            }
            catch (Exception unknown) when (unknown is JsonException or NotSupportedException)
            {
                return null;
            }
        }
    }

    /// <summary>The entry that follows another one.</summary>
    /// <remarks>If the clock was set back, the entry gets the instant of the one before, so that instants never decrease.</remarks>
    public static AccountEntry After(AccountEntry? last, string accountId, AccountAct act, string actor, DateTimeOffset at)
    {
        var entry = new AccountEntry(
            (last?.Revision ?? 0) + 1, accountId, DomainJson.Text(act), actor, last?.At > at ? last.At : at.ToUniversalTime(),
            last?.Hash ?? "", "");
        return entry with { Hash = HashOf(entry) };
    }

    /// <summary>Revision of the first entry that does not fit the one before it; null when the chain is whole.</summary>
    public static int? FirstBreak(IEnumerable<AccountEntry> entries)
    {
        AccountEntry? last = null;
        foreach (var entry in entries)
        {
            if (entry.Revision != (last?.Revision ?? 0) + 1 || entry.PreviousHash != (last?.Hash ?? "") || entry.Hash != HashOf(entry))
                return (last?.Revision ?? 0) + 1;
            last = entry;
        }

        return null;
    }

    private static string HashOf(AccountEntry entry) => Digest.OfParts(
        entry.Revision.ToString(CultureInfo.InvariantCulture), entry.AccountId, entry.Data, entry.Actor,
        entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), entry.PreviousHash);
}

/// <summary>What was done with an account. It is stored, so names and members must not change.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Issue), "issue")]
[JsonDerivedType(typeof(Renew), "renew")]
[JsonDerivedType(typeof(HandOver), "handOver")]
[JsonDerivedType(typeof(Revoke), "revoke")]
[JsonDerivedType(typeof(IssueKey), "issueKey")]
[JsonDerivedType(typeof(RevokeKey), "revokeKey")]
public abstract record AccountAct
{
    private AccountAct()
    {
    }

    /// <summary>It was issued.</summary>
    /// <param name="Name">Who holds it: a person, or a system.</param>
    /// <param name="Role">What it may do.</param>
    /// <param name="Email">The work address of a person; null for a system, which has keys.</param>
    /// <param name="UnitId">For the role <see cref="Role.Unit"/>: the unit it speaks for.</param>
    /// <param name="OfficialId">For the role <see cref="Role.Leader"/>: the person of the register.</param>
    /// <param name="ValidUntil">The last day on which it is valid; null for no such day.</param>
    /// <param name="ObjectId">The object id of the Entra principal that is the same holder; null for none.</param>
    /// <param name="Language">In which the holder is written to.</param>
    public sealed record Issue(
        string Name, Role Role, string? Email = null, UnitId? UnitId = null, OfficialId? OfficialId = null, DateOnly? ValidUntil = null,
        string? ObjectId = null, MailLanguage Language = default) : AccountAct;

    /// <summary>It got another last day.</summary>
    public sealed record Renew(DateOnly? ValidUntil = null) : AccountAct;

    /// <summary>Somebody else holds it from now on; the sessions and links of the one before end.</summary>
    public sealed record HandOver(string Name, string Email, string? ObjectId = null, MailLanguage Language = default) : AccountAct;

    /// <summary>It ended for good.</summary>
    public sealed record Revoke(string Reason) : AccountAct;

    /// <summary>A system got a key, of which only the hash is known.</summary>
    /// <param name="KeyId">Names the key.</param>
    /// <param name="Sha256">Its SHA-256 in UTF-8, lower-case hex.</param>
    public sealed record IssueKey(string KeyId, string Sha256) : AccountAct;

    /// <summary>A key opens nothing any more.</summary>
    public sealed record RevokeKey(string KeyId) : AccountAct;
}
