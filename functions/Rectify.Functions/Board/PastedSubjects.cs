using Rectify.Domain.Identity;
using Rectify.Office.Requests;
using Rectify.Office.Text;

namespace Rectify.Functions.Board;

/// <summary>Subjects as people paste them: one a line, or several with commas or semicolons between.</summary>
internal static class PastedSubjects
{
    /// <summary>Each of them, with the line on which it stands.</summary>
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
/// <param name="Line">The line, 1 for the first.</param>
/// <param name="Text">As it stands there.</param>
/// <param name="Subject">Who is meant; null when it is not written as a subject is.</param>
internal sealed record PastedSubject(int Line, string Text, Subject? Subject);
