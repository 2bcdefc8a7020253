using Rectify.Domain.Identity;
using Rectify.Office.Matching;
using Rectify.Office.Requests;

namespace Rectify.Office.Consultations;

/// <summary>A row of a list of names in a request, with the subject that was found for it.</summary>
/// <param name="Name">Name of a person or a unit.</param>
/// <param name="Unit">Unit, or unit and post in one.</param>
/// <param name="Post">Post.</param>
/// <param name="Id">An id of the register.</param>
/// <param name="Text">The row as it stood in the caller's list; the parts above unless told.</param>
/// <param name="Subject">Whom the row means; null when nobody was identified, and no statement is made about the row.</param>
/// <param name="Row">The number of the row in the caller's list, from 1; its place here unless told.</param>
public sealed record IdentifiedRow(
    string? Name = null, string? Unit = null, string? Post = null, string? Id = null, string? Text = null, Subject? Subject = null,
    int? Row = null)
{
    /// <summary>The row as it is looked up.</summary>
    internal AskedRow Asked(int place)
    {
        var asked = new CandidateRow(Name, Unit, Post, Id).Asked(Row ?? place);
        return Text is { } text ? asked with { Text = text } : asked;
    }

    /// <summary>Everything that is wrong with the rows, as one problem.</summary>
    internal static Problem? Refuse(IReadOnlyList<IdentifiedRow> rows, IReadOnlyList<Subject> subjects)
    {
        var asked = subjects.ToHashSet();
        return Problem.Together(
        [
            CandidateRow.Refuse([.. rows.Select(row => new CandidateRow(row.Name, row.Unit, row.Post, row.Id))]),
            .. from row in rows.Index()
               where row.Item.Subject is { } subject && !asked.Contains(subject)
               select Problem.Rule($"rows[{row.Index}].subject", ConsultationMessages.NotAmongSubjects.With(row.Item.Subject!)),
            .. from row in rows.Index()
               where row.Item.Row is < 1
               select Problem.Rule($"rows[{row.Index}].row", ConsultationMessages.RowNumber.With(row.Item.Row!.Value)),
        ]);
    }
}

/// <summary>A row of a list of names in a request.</summary>
/// <param name="Name">Name of a person or a unit.</param>
/// <param name="Unit">Unit, or unit and post in one.</param>
/// <param name="Post">Post.</param>
/// <param name="Id">An id of the register.</param>
public sealed record CandidateRow(string? Name = null, string? Unit = null, string? Post = null, string? Id = null)
{
    private IEnumerable<(string Member, string? Text)> Parts => [("name", Name), ("unit", Unit), ("post", Post), ("id", Id)];

    /// <summary>The row as it is looked up.</summary>
    public AskedRow Asked(int number) =>
        new(number, string.Join(' ', new[] { Id, Name, Unit, Post }.OfType<string>()), Name, Unit, Post, Id);

    /// <summary>Everything that is wrong with the rows, as one problem.</summary>
    public static Problem? Refuse(IReadOnlyList<CandidateRow> rows) => Problem.Together(
    [
        TextLimits.Refuse(
            from row in rows.Index()
            from part in row.Item.Parts
            select ($"rows[{row.Index}].{part.Member}", part.Text, TextLimits.Line)),
        .. from row in rows.Index()
           where row.Item is { Name: null, Unit: null, Id: null }
           select Problem.Rule($"rows[{row.Index}]", ConsultationMessages.EmptyRow),
    ]);
}

/// <summary>Body of <c>POST /api/consultations/candidates</c>: whom do these rows mean?</summary>
/// <param name="Rows">The rows, taken apart.</param>
/// <param name="Text">Or a list as it was pasted.</param>
public sealed record CandidatesBody(IReadOnlyList<CandidateRow>? Rows = null, string? Text = null);
