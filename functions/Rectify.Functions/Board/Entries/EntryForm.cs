using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Board.Forms;
using Rectify.Board.Registry;
using Rectify.Domain;
using Rectify.Domain.Messages;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board.Entries;

/// <summary>A kind of entry (of the register or of a yearly book) that is edited with a form.</summary>
public abstract class EntryForm<TEntry> where TEntry : class
{
    public abstract Bilingual NewTitle { get; }

    public abstract Bilingual ChangeTitle { get; }

    /// <summary>The field for the id of a new entry; null when the address names the entry, which may then be new.</summary>
    public abstract Field? Id { get; }

    /// <summary>The values of the form for a new entry.</summary>
    public abstract IReadOnlyList<(string Name, string Text)> Blank { get; }

    /// <summary>The address of the form; without an id, of the form for a new entry.</summary>
    public abstract string AddressOf(string? id);

    /// <summary>The page to which the form returns.</summary>
    public abstract string PageOf(string? id);

    /// <summary>Facts that are shown above the form.</summary>
    public abstract IReadOnlyList<(Bilingual Label, string Text)> SubjectOf(string id);

    /// <summary>All fields except that of the id.</summary>
    /// <param name="current">The present entry; null when there is none.</param>
    public abstract IReadOnlyList<Field> FieldsFor(TEntry? current);

    public abstract Task<TEntry?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>The entry that was typed, checked by the rules of the HTTP interface.</summary>
    public abstract Task<Outcome<TEntry>> ReadAsync(string id, JsonObject typed, CancellationToken cancellation);

    /// <summary>
    /// Writes the entry in place of <paramref name="seen"/> (null for a new entry). Returns the message for the person; null when the
    /// present entry is no longer the one that was seen.
    /// </summary>
    public abstract Task<Bilingual?> ReplaceAsync(TEntry? seen, TEntry entry, string actor, CancellationToken cancellation);

    /// <summary>The values of the form for an entry.</summary>
    public abstract IReadOnlyList<(string Name, string Text)> InputOf(TEntry entry);

    /// <summary>The entry in words.</summary>
    public abstract IReadOnlyList<RegisterFact> FactsOf(TEntry entry);

    /// <summary>Warnings that are shown before the entry is written.</summary>
    public abstract Task<IReadOnlyList<Bilingual>> NotesOnAsync(TEntry? before, TEntry after, CancellationToken cancellation);

    /// <summary>The message when nothing else has followed from the entry.</summary>
    public static Bilingual Recorded { get; } = ("已登记。", "It is recorded.");

    /// <summary>
    /// Identifies the state of an entry that a person has seen. The stores keep no versions, so that this is a fingerprint of the entry.
    /// </summary>
    public static int VersionOf(TEntry entry) =>
        BitConverter.ToInt32(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(entry, DomainJson.Options)));
}
