using Rectify.Domain.Identity;
using Rectify.Office.Requests;
using Rectify.Office.Text;

namespace Rectify.Functions.Board;

/// <summary>Reads subjects from pasted text: one on each line, or several separated by commas or semicolons.</summary>
internal static class PastedSubjects
{
    /// <summary>The subjects, each with the number of its line.</summary>
    public static IReadOnlyList<PastedSubject> Of(string text) =>
    [
        .. from line in text.ReplaceLineEndings("\n").Split('\n').Index()
           from part in line.Item.Split([',', '，', ';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
           select new PastedSubject(line.Index + 1, part, SubjectOf(part)),
    ];

    private static Subject? SubjectOf(string text) =>
        Subject.Parse(TextRule.Folded(text)) is { } subject && IdForm.Refuse("subject", subject.IdText) is null ? subject : null;
}

/// <summary>A subject that was pasted.</summary>
/// <param name="Line">The number of the line, from 1.</param>
/// <param name="Text">The text as it was pasted.</param>
/// <param name="Subject">The subject; null when the text does not have the form of one.</param>
internal sealed record PastedSubject(int Line, string Text, Subject? Subject);
