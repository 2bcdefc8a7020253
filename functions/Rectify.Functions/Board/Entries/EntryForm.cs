using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Board.Forms;
using Rectify.Board.Registry;
using Rectify.Domain;
using Rectify.Domain.Messages;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board.Entries;

/// <summary>A kind of entry of the office's books, as a form takes it.</summary>
public abstract class EntryForm<TEntry> where TEntry : class
{
    public abstract Bilingual NewTitle { get; }

    public abstract Bilingual ChangeTitle { get; }

    /// <summary>The field of the id of a new one; null when an address names what is entered, which may then be new under it.</summary>
    public abstract Field? Id { get; }

    /// <summary>What a form for a new one is filled with.</summary>
    public abstract IReadOnlyList<(string Name, string Text)> Blank { get; }

    /// <summary>Where its form is; of a new one whose id is to be given when there is no id.</summary>
    public abstract string AddressOf(string? id);

    /// <summary>Where a person comes from, and comes back to.</summary>
    public abstract string PageOf(string? id);

    /// <summary>What the form is about.</summary>
    public abstract IReadOnlyList<(Bilingual Label, string Text)> SubjectOf(string id);

    /// <summary>All fields but that of the id.</summary>
    /// <param name="current">What stands; null when nothing does.</param>
    public abstract IReadOnlyList<Field> FieldsFor(TEntry? current);

    public abstract Task<TEntry?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>The entry that was typed, by the rules of the interface.</summary>
    public abstract Task<Outcome<TEntry>> ReadAsync(string id, JsonObject typed, CancellationToken cancellation);

    /// <summary>
    /// Writes the entry in the place of the one that was seen, null for none, and says what was done; null when something else stands there
    /// by now.
    /// </summary>
    public abstract Task<Bilingual?> ReplaceAsync(TEntry? seen, TEntry entry, string actor, CancellationToken cancellation);

    /// <summary>The entry as it stands in its form.</summary>
    public abstract IReadOnlyList<(string Name, string Text)> InputOf(TEntry entry);

    /// <summary>The entry in words.</summary>
    public abstract IReadOnlyList<RegisterFact> FactsOf(TEntry entry);

    /// <summary>What should be known before it is written.</summary>
    public abstract Task<IReadOnlyList<Bilingual>> NotesOnAsync(TEntry? before, TEntry after, CancellationToken cancellation);

    /// <summary>What is said when nothing more has followed.</summary>
    public static Bilingual Recorded { get; } = ("已登记。", "It is recorded.");

    /// <summary>Which state of an entry somebody has seen. The books keep no versions; of two states the fingerprints differ.</summary>
    public static int VersionOf(TEntry entry) =>
        BitConverter.ToInt32(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(entry, DomainJson.Options)));
}
