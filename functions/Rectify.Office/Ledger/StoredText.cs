using System.Globalization;
using Rectify.Domain;

namespace Rectify.Office.Ledger;

/// <summary>
/// Instants, days and names of enum members as the text in which every storage keeps them: it sorts and reads back exactly.
/// </summary>
public static class StoredText
{
    /// <summary>UTC to the tick, for example 2026-03-02T01:00:00.0000000Z.</summary>
    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>For example 2026-03-02.</summary>
    public static string Of(DateOnly day) => IsoDay.Of(day);

    /// <summary>For example awaitingInspection.</summary>
    public static string Of<T>(T member) where T : struct, Enum =>
        Enum.IsDefined(member)
            ? WireName.Of(member)
            : throw new ArgumentOutOfRangeException(nameof(member), member, $"Not a {typeof(T).Name}.");

    /// <summary>The instant in a text that was stored.</summary>
    public static DateTimeOffset Instant(string text) =>
        DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>The day in a text that was stored.</summary>
    public static DateOnly Day(string text) => IsoDay.Parse(text);
}
