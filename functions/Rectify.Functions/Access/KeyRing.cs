using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Office.Access;
using Rectify.Office.Settings;
using Rectify.Office.Text;

namespace Rectify.Functions.Access;

/// <summary>The access keys of the settings with their callers. Only hashes of the keys are kept.</summary>
public sealed class KeyRing
{
    private readonly IReadOnlyList<SettingsKey> keys;

    private KeyRing(IReadOnlyList<SettingsKey> keys) => this.keys = keys;

    /// <summary>Whose the keys are and where they are set, in the order of the settings.</summary>
    public IReadOnlyList<(Caller Caller, string Place)> All => [.. keys.Select(key => (key.Caller, key.Place))];

    /// <summary>The least number of characters of a key; a shorter one could be guessed.</summary>
    internal const int ShortestKey = 20;

    /// <summary>Reads <c>Access:OfficerKey</c> or its stored hash, and <c>Access:Keys:n:{Name,Role,Key,UnitId}</c>.</summary>
    /// <exception cref="SettingException">A key record is incomplete or contradictory, or a key is too short or set twice.</exception>
    public static KeyRing Read(IConfiguration configuration, IOfficerKey officerKey)
    {
        var keys = new List<SettingsKey>();
        var officer = new Caller("officer", Role.Officer, null);
        if (configuration["Access:OfficerKey"] is { Length: > 0 } key)
            keys.Add(new SettingsKey(KeyHash.Of(Long(key, "Access:OfficerKey")), officer, "Access:OfficerKey"));
        else if (officerKey.ReadHash() is { } hash) keys.Add(new SettingsKey(hash, officer, "Access:OfficerKey"));

        foreach (var record in configuration.GetSection("Access:Keys").GetChildren())
        {
            var (hash, caller) = Read(record);
            if (keys.Find(known => known.Hash.AsSpan().SequenceEqual(hash)) is { Place: var other })
                throw new SettingException(
                    $"The settings {other} and {record.Path}:Key hold the same key. "
                    + "Each has a key of its own: the ledger names who did what by it.");
            keys.Add(new SettingsKey(hash, caller, $"{record.Path}:Key"));
        }

        return new KeyRing(keys);
    }

    /// <summary>The caller with this key; null when the key is unknown.</summary>
    public Caller? Find(string? key)
    {
        if (string.IsNullOrEmpty(key)) return null;

        // Every key is compared, in constant time, so that the time taken reveals nothing about the keys.
        var (presented, found) = (KeyHash.Of(key), default(Caller));
        foreach (var known in keys)
        {
            if (CryptographicOperations.FixedTimeEquals(known.Hash, presented)) found = known.Caller;
        }

        return found;
    }

    /// <summary>The fingerprint by which a session refers to a key. It identifies the key's caller but cannot be used as a key.</summary>
    public static string FingerprintOf(string key) => FingerprintOf(KeyHash.Of(key));

    /// <summary>The caller whose key has this fingerprint; null when no key has it.</summary>
    public Caller? FindByFingerprint(string fingerprint) => keys.FirstOrDefault(key => FingerprintOf(key.Hash) == fingerprint)?.Caller;

    private static string FingerprintOf(byte[] hash) => Convert.ToHexStringLower(SHA256.HashData(hash));

    // Refuses a short key. The message does not repeat it.
    private static string Long(string key, string setting) => key.Length >= ShortestKey
        ? key
        : throw new SettingException($"The setting {setting} has at least {ShortestKey} characters; got {key.Length}.");

    private static (byte[], Caller) Read(IConfigurationSection record)
    {
        string Required(string member) => record[member] is { Length: > 0 } value
            ? value
            : throw new SettingException($"The setting {record.Path}:{member} is missing.");

        if (!WireName.TryParse<Role>(Required("Role"), out var role))
            throw new SettingException($"The setting {record.Path}:Role is one of {WireName.List<Role>()}; got {record["Role"]}.");
        if (role == Role.Leader)
            throw new SettingException($"The setting {record.Path}:Role is not leader: whose cases such a key opens, an account says.");
        var unit = record["UnitId"] is { Length: > 0 } id ? new UnitId(id) : (UnitId?)null;
        if ((role == Role.Unit) != unit.HasValue)
            throw new SettingException($"The setting {record.Path}:UnitId is given for the role unit and for no other.");

        if (TextRule.Refuse(Required("Name"), Lines.One) is { } refusal)
            throw new SettingException($"The setting {record.Path}:Name {refusal}");
        return (KeyHash.Of(Long(Required("Key"), $"{record.Path}:Key")), new Caller(TextRule.Stored(Required("Name")), role, unit));
    }

    /// <summary>A key of the settings.</summary>
    /// <param name="Hash">Its hash.</param>
    /// <param name="Caller">Whose it is.</param>
    /// <param name="Place">The setting that holds it.</param>
    private sealed record SettingsKey(byte[] Hash, Caller Caller, string Place);
}
