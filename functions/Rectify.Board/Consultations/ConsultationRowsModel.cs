using Rectify.Board.Forms;
using Rectify.Office.Matching;

namespace Rectify.Board.Consultations;

/// <summary>Whom each row of a pasted list means: the step between the list and the preview of the reply.</summary>
/// <param name="Form">The form with everything that was typed; its fields are the choices.</param>
/// <param name="Rows">The rows in the order of the list.</param>
/// <param name="MayGoOn">Whether anybody can be answered about.</param>
public sealed record ConsultationRowsModel(FormModel Form, IReadOnlyList<MatchedRow> Rows, bool MayGoOn)
{
    /// <summary>The value of a choice for nobody.</summary>
    public const string None = "none";

    /// <summary>Value of the button that takes the choices.</summary>
    public const string Chosen = "chosen";

    /// <summary>What begins the form's names for choices.</summary>
    public const string ChoicePrefix = "choice.";

    /// <summary>The choice for a row.</summary>
    /// <param name="key">The key of the row's choice.</param>
    /// <param name="row">The row.</param>
    /// <param name="several">Whom it may mean.</param>
    public static Field.Choice ChoiceOf(string key, MatchedRow row, RowMatch.ToChoose several) => new(
        ChoicePrefix + key, ($"第 {row.Asked.Row} 行：{row.Asked.Text}", $"Row {row.Asked.Row}: {row.Asked.Text}"),
        [
            .. several.Candidates.Select(candidate => new Option(candidate.Subject.ToString(), MatchWords.Of(candidate))),
            new Option(None, ("都不是（不作答复）", "None of these (no statement is made)")),
        ])
    {
        Hint = several.All > several.Candidates.Count
            ? ($"共 {several.All} 个候选，只列出 {several.Candidates.Count} 个。都不是的，请返回补充单位。",
                $"{several.Candidates.Count} of {several.All} are shown. If it is none of them, go back and add the unit.")
            : null,
    };

    /// <summary>The rows that mean exactly one.</summary>
    public IEnumerable<(MatchedRow Row, MatchCandidate Who)> Matched =>
        from row in Rows where row.Match is RowMatch.Matched select (row, ((RowMatch.Matched)row.Match).Candidate);

    /// <summary>The rows that mean nobody in the register.</summary>
    public IEnumerable<MatchedRow> Unknown => Rows.Where(row => row.Match is RowMatch.Unknown);

    /// <summary>The rows that ask once more what another row asks.</summary>
    public int Repeated => Rows.Count(row => row.SameAs is not null);
}
