using System.Text.Json.Nodes;
using Rectify.Domain.Messages;

namespace Rectify.Board.Forms;

public abstract partial record Field
{
    /// <summary>A table with rows of text columns.</summary>
    public sealed record Table(string Name, Bilingual Label, IReadOnlyList<Column> Columns) : Field(Name, Label)
    {
        /// <summary>The number of empty rows below the filled ones.</summary>
        public const int BlankRows = 3;

        private const int MaxRows = 200;

        /// <summary>The form's name for a cell.</summary>
        public string NameOf(int row, Column column) => $"{Name}[{row}].{column.Name}";

        /// <summary>
        /// The rows that are filled in. They have the same order in the request, so that an error can be assigned to its row.
        /// </summary>
        public IReadOnlyList<IReadOnlyList<string>> Rows(FormInput input) =>
        [
            .. Enumerable.Range(0, MaxRows)
                .Select(row => Columns.Select(column => input.Text(NameOf(row, column)).Trim()).ToList())
                .Where(cells => cells.Any(cell => cell.Length > 0)),
        ];

        /// <inheritdoc/>
        public override void Write(FormInput input, JsonObject request)
        {
            var rows = Rows(input).Select(cells => new JsonObject(
                Columns.Zip(cells).Where(pair => pair.Second.Length > 0).Select(
                    pair => KeyValuePair.Create(pair.First.Name, (JsonNode?)pair.Second))));
            if (rows.ToArray() is { Length: > 0 } filled) request[Name] = new JsonArray(filled);
        }
    }
}

/// <summary>A column of such a table.</summary>
public sealed record Column(string Name, Bilingual Label);
