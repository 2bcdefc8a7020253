using System.Globalization;
using System.Text.Json.Nodes;
using Rectify.Domain;
using Rectify.Domain.Messages;

namespace Rectify.Board.Forms;

public abstract partial record Field
{
    /// <summary>A field for the posts of a person, one row for each. A row that is emptied removes its post.</summary>
    /// <param name="Name">The member of the request.</param>
    /// <param name="Label">The field's name for the reader.</param>
    /// <param name="Columns">The fields of each post, which are the members of its object in the request.</param>
    public sealed record Posts(string Name, Bilingual Label, IReadOnlyList<Field> Columns) : Field(Name, Label)
    {
        /// <summary>The number of empty rows below the filled ones.</summary>
        public const int BlankRows = 2;

        private const int MaxRows = 100;

        /// <summary>The form's name for the mark of the main post; the value is the number of its row.</summary>
        public string MainName => $"{Name}.main";

        /// <summary>The form's name for a cell.</summary>
        public string NameOf(int row, Field column) => $"{Name}[{row}].{column.Name}";

        /// <summary>The numbers of the rows that are filled in.</summary>
        public IReadOnlyList<int> Rows(FormInput input) =>
            [.. Enumerable.Range(0, MaxRows).Where(row => Columns.Any(column => input.Text(NameOf(row, column)).Trim().Length > 0))];

        /// <summary>The value by which a row is marked as the main post.</summary>
        public static string Mark(int row) => row.ToString(CultureInfo.InvariantCulture);

        /// <inheritdoc/>
        public override Bilingual? PlaceOf(string member)
        {
            var (open, close) = (member.IndexOf('[', StringComparison.Ordinal), member.IndexOf(']', StringComparison.Ordinal));
            if (open < 0 || !Digits.TryRead(member.AsSpan()[(open + 1)..close], out int index))
                return null;

            var column = Columns.FirstOrDefault(column => member[(close + 1)..] == $".{column.Name}")?.Label;
            return column is { } label
                ? ($"任职 {index + 1}，{label.Chinese}：", $"Post {index + 1}, {label.English}: ")
                : ($"任职 {index + 1}：", $"Post {index + 1}: ");
        }

        /// <inheritdoc/>
        public override void Write(FormInput input, JsonObject request)
        {
            JsonArray posts = [];
            foreach (var row in Rows(input))
            {
                JsonObject post = [];
                foreach (var column in Columns)
                {
                    if (input.Text(NameOf(row, column)).Trim() is { Length: > 0 } text) post[column.Name] = text;
                }

                if (input.Text(MainName) == Mark(row)) post["main"] = true;
                posts.Add(post);
            }

            request[Name] = posts;
        }
    }
}
