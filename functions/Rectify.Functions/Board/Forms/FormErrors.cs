using Rectify.Board.Forms;
using Rectify.Domain.Messages;
using Rectify.Office.Requests;

namespace Rectify.Functions.Board.Forms;

/// <summary>Assigns the errors of a problem of the HTTP interface to the fields of a form.</summary>
internal static class FormErrors
{
    /// <summary>The errors in the order of the fields; those without a field come last.</summary>
    public static IReadOnlyList<FormError> Of(Problem problem, IReadOnlyList<Field> fields, Language language) =>
        problem.Errors is { Count: > 0 } errors
        ?
        [
            .. from error in errors
               let field = FieldOf(error.Key, fields)
               orderby field is null ? int.MaxValue : fields.ToList().IndexOf(field)
               from detail in error.Value
               let place = field?.PlaceOf(error.Key)?.In(language)
               select new FormError(field, place + MessageWords.Beside(detail, language)),
        ]
        : [new FormError(null, MessageWords.Alone(problem.Detail, language))];

    // A field of exactly this name comes before one that covers the member: the last day of an extension may be either.
    private static Field? FieldOf(string member, IReadOnlyList<Field> fields) =>
        fields.FirstOrDefault(field => field.Name == member) ?? fields.FirstOrDefault(field => field.IsAbout(member));
}
