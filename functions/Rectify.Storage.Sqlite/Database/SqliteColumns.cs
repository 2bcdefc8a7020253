using Microsoft.Data.Sqlite;
using Rectify.Domain;
using Rectify.Office.Ledger;
using Rectify.Office.Register;

namespace Rectify.Storage.Sqlite.Database;

/// <summary>Reads columns in the forms of <see cref="StoredText"/>.</summary>
public static class SqliteColumns
{
    extension(SqliteDataReader row)
    {
        /// <summary>The text, or null.</summary>
        public string? TextOrNull(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        /// <summary>The instant.</summary>
        public DateTimeOffset Instant(int column) => StoredText.Instant(row.GetString(column));

        /// <summary>The instant, or null.</summary>
        public DateTimeOffset? InstantOrNull(int column) => row.IsDBNull(column) ? null : row.Instant(column);

        /// <summary>The day.</summary>
        public DateOnly Date(int column) => StoredText.Day(row.GetString(column));

        /// <summary>The day, or null.</summary>
        public DateOnly? DateOrNull(int column) => row.IsDBNull(column) ? null : row.Date(column);

        /// <summary>The language.</summary>
        public MailLanguage Language(int column) => MailLanguage.Find(row.GetString(column))
            ?? throw new InvalidDataException(
                $"The file holds the language \"{row.GetString(column)}\", which this program does not know.");

        /// <summary>Whether the column is null or holds the name of a member that this program knows.</summary>
        public bool Knows<T>(int column) where T : struct, Enum =>
            row.IsDBNull(column) || WireName.TryParse<T>(row.GetString(column), out _);

        /// <summary>The enum member.</summary>
        public T Member<T>(int column) where T : struct, Enum
        {
            var text = row.GetString(column);
            if (WireName.TryParse<T>(text, out var member)) return member;

            throw new InvalidDataException($"The file holds the {typeof(T).Name} \"{text}\", which this program does not know.");
        }
    }
}
