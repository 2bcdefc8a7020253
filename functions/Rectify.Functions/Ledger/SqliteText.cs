using System.Globalization;
using Microsoft.Data.Sqlite;
using Rectify.Domain;
using Rectify.Functions.Registry;

namespace Rectify.Functions.Ledger;

/// <summary>Instants, days and names of enum members as text that sorts and reads back exactly.</summary>
internal static class SqliteText
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>UTC to the tick, for example 2026-03-02T01:00:00.0000000Z.</summary>
    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>For example 2026-03-02.</summary>
    public static string Of(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    /// <summary>For example awaitingInspection.</summary>
    public static string Of<T>(T member) where T : struct, Enum =>
        Enum.IsDefined(member)
            ? WireName.Of(member)
            : throw new ArgumentOutOfRangeException(nameof(member), member, $"Not a {typeof(T).Name}.");

    extension(SqliteDataReader row)
    {
        /// <summary>The text, or null.</summary>
        public string? TextOrNull(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        /// <summary>The instant.</summary>
        public DateTimeOffset Instant(int column) => DateTimeOffset.ParseExact(
            row.GetString(column), "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

        /// <summary>The instant, or null.</summary>
        public DateTimeOffset? InstantOrNull(int column) => row.IsDBNull(column) ? null : row.Instant(column);

        /// <summary>The day.</summary>
        public DateOnly Date(int column) => DateOnly.ParseExact(row.GetString(column), Day, CultureInfo.InvariantCulture);

        /// <summary>The day, or null.</summary>
        public DateOnly? DateOrNull(int column) => row.IsDBNull(column) ? null : row.Date(column);

        /// <summary>The language.</summary>
        public Language Language(int column) => Registry.Language.Find(row.GetString(column))
            ?? throw new InvalidDataException($"The file holds the language \"{row.GetString(column)}\", which this program does not know.");

        /// <summary>Whether there is nothing, or the name of a member that this program knows.</summary>
        public bool Knows<T>(int column) where T : struct, Enum => row.IsDBNull(column) || WireName.TryParse<T>(row.GetString(column), out _);

        /// <summary>The enum member.</summary>
        public T Member<T>(int column) where T : struct, Enum
        {
            var text = row.GetString(column);
            if (WireName.TryParse<T>(text, out var member)) return member;

            throw new InvalidDataException($"The file holds the {typeof(T).Name} \"{text}\", which this program does not know.");
        }
    }
}
