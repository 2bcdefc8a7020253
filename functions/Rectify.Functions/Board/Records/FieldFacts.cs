using Rectify.Board.Forms;
using Rectify.Board.Registry;
using Rectify.Domain;
using Rectify.Domain.Messages;
using Rectify.Functions.Board.Entries;

namespace Rectify.Functions.Board.Records;

/// <summary>The values of a form's fields as facts in words.</summary>
internal static class FieldFacts
{
    public static IReadOnlyList<RegisterFact> Of(IReadOnlyList<Field> fields, FormInput input) =>
        [.. fields.Select(field => new RegisterFact(field.Label, TextOf(field, input)))];

    private static Bilingual? TextOf(Field field, FormInput input) => field switch
    {
        Field.Table table =>
            RegisterWords.Of(table.Rows(input) is { Count: > 0 } rows
                ? string.Join("；", rows.Select(cells => string.Join(' ', cells.Where(cell => cell.Length > 0)))) : null),
        _ when input.Text(field.Name) is not { Length: > 0 } => null,
        Field.Choice choice => choice.Options.First(option => option.Value == input.Text(choice.Name)).Label,
        Field.Day day => RegisterWords.Of(IsoDay.Parse(input.Text(day.Name))),
        _ => Bilingual.Same(input.Text(field.Name)),
    };
}
