using System.Globalization;
using System.Text.Json.Nodes;
using Rectify.Board.Words;
using Rectify.Domain.Messages;

namespace Rectify.Board.Forms;

public abstract partial record Field
{
    /// <summary>Days, typed as single ones or as runs from a first to a last one; the request lists every day.</summary>
    public sealed record DayRuns(string Name, Bilingual Label) : Field(Name, Label)
    {
        /// <summary>How many empty rows stand below the filled ones.</summary>
        public const int BlankRows = 3;

        // What is longer is a slip of the pen, and is handed to the rules as it was typed.
        private const int MaxRun = 366;
        private const int MaxRows = 200;

        /// <summary>The name in the form of a row's first day.</summary>
        public string FirstName(int row) => $"{Name}[{row}].from";

        /// <summary>The name in the form of a row's last day; left empty the row is one day.</summary>
        public string LastName(int row) => $"{Name}[{row}].to";

        /// <summary>The rows in which something stands.</summary>
        public IReadOnlyList<(string First, string Last)> Rows(FormInput input) =>
        [
            .. from row in Enumerable.Range(0, MaxRows)
               let typed = (First: input.Text(FirstName(row)).Trim(), Last: input.Text(LastName(row)).Trim())
               where typed.First.Length > 0 || typed.Last.Length > 0
               select typed,
        ];

        /// <summary>Days as what stands in the form: those that follow each other are one row.</summary>
        public IEnumerable<(string Name, string Text)> Filled(IEnumerable<DateOnly> days) => DayRun.Of(days).Index().SelectMany(run => new[]
        {
            (FirstName(run.Index), Text(run.Item.First)), (LastName(run.Index), run.Item.First == run.Item.Last ? "" : Text(run.Item.Last)),
        });

        /// <inheritdoc/>
        public override void Write(FormInput input, JsonObject request) =>
            request[Name] =
                new JsonArray([.. Rows(input).SelectMany(row => DaysOf(row.First, row.Last)).Select(day => JsonValue.Create(day))]);

        private static IEnumerable<string> DaysOf(string first, string last)
        {
            if (last.Length == 0) return [first];
            return Parse(first) is { } from && Parse(last) is { } to && to >= from && to.DayNumber - from.DayNumber < MaxRun
                ? Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(days => Text(from.AddDays(days)))
                : [$"{first}…{last}"];
        }

        private static DateOnly? Parse(string text) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

        private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
