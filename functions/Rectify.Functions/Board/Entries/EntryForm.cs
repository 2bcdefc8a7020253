using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rectify.Board.Forms;
using Rectify.Board.Registry;
using Rectify.Board.Words;
using Rectify.Functions.Http;

namespace Rectify.Functions.Board.Entries;

/// <summary>A kind of entry of the register, as a form takes it.</summary>
internal abstract class EntryForm<TEntry> where TEntry : class
{
    /// <summary>Where a new one is entered.</summary>
    public abstract string NewAddress { get; }

    /// <summary>Where they are listed.</summary>
    public abstract string ListAddress { get; }

    public abstract Bilingual NewTitle { get; }

    public abstract Bilingual ChangeTitle { get; }

    /// <summary>The field of the id of a new one.</summary>
    public abstract Field Id { get; }

    /// <summary>All other fields.</summary>
    public abstract IReadOnlyList<Field> Fields { get; }

    /// <summary>What a form for a new one is filled with.</summary>
    public abstract IReadOnlyList<(string Name, string Text)> Blank { get; }

    public abstract Task<TEntry?> FindAsync(string id, CancellationToken cancellation);

    /// <summary>The entry that was typed, by the rules of the interface.</summary>
    public abstract Task<Outcome<TEntry>> ReadAsync(string id, JsonObject typed, CancellationToken cancellation);

    public abstract Task PutAsync(TEntry entry, string actor, CancellationToken cancellation);

    /// <summary>The entry as it stands in its form.</summary>
    public abstract IReadOnlyList<(string Name, string Text)> InputOf(TEntry entry);

    /// <summary>The entry in words.</summary>
    public abstract IReadOnlyList<RegisterFact> FactsOf(TEntry entry);

    /// <summary>What should be known before it is written.</summary>
    public abstract IReadOnlyList<Bilingual> NotesOn(TEntry? before, TEntry after);

    /// <summary>Its page.</summary>
    public string AddressOf(string id) => $"{ListAddress}/{id}";

    /// <summary>Which state of an entry somebody has seen. The register keeps no versions; of two states the fingerprints differ.</summary>
    public static int VersionOf(TEntry entry) => BitConverter.ToInt32(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(entry, Wire.Options)));
}
