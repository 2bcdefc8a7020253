using System.Text.Json.Nodes;
using Rectify.Board.Words;
using Rectify.Domain;
using Rectify.Domain.Messages;

namespace Rectify.Board.Forms;

public abstract partial record Field
{
    /// <summary>A field of days, typed as single days or as runs from a first to a last day. The request lists every day.</summary>
    public sealed record DayRuns(string Name, Bilingual Label) : Field(Name, Label)
    {
        /// <summary>The number of empty rows below the filled ones.</summary>
        public const int BlankRows = 3;

        // The longest run in days. A longer one is a typing error: it is put into the request as it was typed, and the rules refuse it.
        private const int MaxRun = 366;
        private const int MaxRows = 200;

        /// <summary>The form's name for the first day of a row.</summary>
        public string FirstName(int row) => $"{Name}[{row}].from";

        /// <summary>The form's name for the last day of a row; when it is empty, the row is one day.</summary>
        public string LastName(int row) => $"{Name}[{row}].to";

        /// <summary>The rows that are filled in.</summary>
        public IReadOnlyList<(string First, string Last)> Rows(FormInput input) =>
        [
            .. from row in Enumerable.Range(0, MaxRows)
               let typed = (First: input.Text(FirstName(row)).Trim(), Last: input.Text(LastName(row)).Trim())
               where typed.First.Length > 0 || typed.Last.Length > 0
               select typed,
        ];

        /// <summary>The names and values in the form for given days; consecutive days become one row.</summary>
        public IEnumerable<(string Name, string Text)> Filled(IEnumerable<DateOnly> days) => DayRun.Of(days).Index().SelectMany(run => new[]
        {
            (FirstName(run.Index), IsoDay.Of(run.Item.First)),
            (LastName(run.Index), run.Item.First == run.Item.Last ? "" : IsoDay.Of(run.Item.Last)),
        });

        /// <inheritdoc/>
        public override void Write(FormInput input, JsonObject request) =>
            request[Name] =
                new JsonArray([.. Rows(input).SelectMany(row => DaysOf(row.First, row.Last)).Select(day => JsonValue.Create(day))]);

        private static IEnumerable<string> DaysOf(string first, string last)
        {
            if (last.Length == 0) return [first];
            return Parse(first) is { } from && Parse(last) is { } to && to >= from && to.DayNumber - from.DayNumber < MaxRun
                ? Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(days => IsoDay.Of(from.AddDays(days)))
                : [$"{first}…{last}"];
        }

        private static DateOnly? Parse(string text) => IsoDay.TryParse(text, out var day) ? day : null;
    }
}
