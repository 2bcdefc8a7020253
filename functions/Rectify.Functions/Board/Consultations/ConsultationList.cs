using System.Globalization;
using Rectify.Board.Consultations;
using Rectify.Board.Forms;
using Rectify.Domain;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Functions.Board.Forms;
using Rectify.Office.Consultations;
using Rectify.Office.Matching;

namespace Rectify.Functions.Board.Consultations;

/// <summary>The list that was pasted into the form, with whom each row means and what the asker has chosen so far.</summary>
internal sealed class ConsultationList
{
    private readonly RowChoices choices;

    public ConsultationList(IReadOnlyList<MatchedRow> rows, FormInput input)
    {
        choices = new RowChoices(row => input.Text(NameOf(row)) switch
        {
            ConsultationRowsModel.None => new RowChoice.None(),
            var text => Subject.Parse(text) is { } subject ? new RowChoice.One(subject) : null,
        });
        (Rows, Open, Decided) = (rows, choices.OpenIn(rows), choices.Decide(rows));
    }

    /// <summary>The rows as they were matched.</summary>
    public IReadOnlyList<MatchedRow> Rows { get; }

    /// <summary>The rows that still need a choice.</summary>
    public IReadOnlyList<MatchedRow> Open { get; }

    /// <summary>Every row with its subject.</summary>
    public IReadOnlyList<ConsultedRow> Decided { get; }

    /// <summary>Whether every row is a subject of its own, named by its id: then there is nothing to look at before the preview.</summary>
    public bool IsOfIds => Decided.All(row => row is { Identification: Identification.ById, SameAs: null });

    /// <summary>Whom the answers are about, each once.</summary>
    public IReadOnlyList<Subject> Subjects => [.. Decided.Select(row => row.Subject).OfType<Subject>().Distinct()];

    /// <summary>Whether anybody is or can be identified.</summary>
    public bool MayGoOn => Rows.Any(row => row.Match is not RowMatch.Unknown);

    /// <summary>A fingerprint of whom the rows mean, by which a confirmation knows the preview that it follows.</summary>
    public string Fingerprint => Digest.Of(string.Join('\n',
        Decided.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Row} {row.Subject?.ToString() ?? "-"}"))))[..16];

    /// <summary>The line of a subject, given its place among <see cref="Subjects"/>.</summary>
    public int LineOf(int index) => Decided.First(row => row.Subject == Subjects[index]).Row;

    /// <summary>The choices that the rows need, as fields of a form.</summary>
    public IReadOnlyList<Field> Fields =>
    [
        .. from row in Rows
           where row is { Match: RowMatch.ToChoose, SameAs: null }
           select ConsultationRowsModel.ChoiceOf(RowChoices.KeyOf(row.Asked), row, (RowMatch.ToChoose)row.Match),
    ];

    /// <summary>The choices that are missing, each at its field.</summary>
    public IReadOnlyList<FormError> Missing(IReadOnlyList<Field> fields, Language language) =>
    [
        .. from row in Open
           select new FormError(
               fields.Single(field => field.Name == NameOf(row.Asked)), MessageWords.Beside(ConsultationMessages.ChooseInRow, language)),
        .. MayGoOn ? (FormError[])[] : [new FormError(null, MessageWords.Alone(ConsultationMessages.NobodyIdentified, language))],
    ];

    private static string NameOf(AskedRow row) => ConsultationRowsModel.ChoicePrefix + RowChoices.KeyOf(row);
}
