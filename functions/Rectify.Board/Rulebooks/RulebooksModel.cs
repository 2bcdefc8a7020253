using Rectify.Board.Cases;
using Rectify.Board.Forms;
using Rectify.Domain.Messages;
using Rectify.Office.RulebookChanges;
using Rectify.Office.Rulebooks;

namespace Rectify.Board.Rulebooks;

/// <summary>The list of the rulebooks.</summary>
/// <param name="All">All rulebooks as of a day, the one in force first.</param>
/// <param name="Actions">What the reader may do.</param>
public sealed record RulebooksModel(IReadOnlyList<RulebookEditionView> All, IReadOnlyList<CaseLink> Actions);

/// <summary>The page of a rulebook.</summary>
/// <param name="Rulebook">The rulebook, and what the office did with it.</param>
/// <param name="Lines">Every value in it; empty for one that this version cannot read.</param>
/// <param name="Actions">What the reader may do.</param>
public sealed record RulebookModel(RulebookEditionView Rulebook, IReadOnlyList<RulebookLine> Lines, IReadOnlyList<CaseLink> Actions);

/// <summary>The form to load a rulebook.</summary>
/// <param name="Address">The address to which the form is sent.</param>
/// <param name="Ticket">A token that proves that the form was given out in this session (against cross-site requests).</param>
/// <param name="Text">The text in the form.</param>
/// <param name="Problems">What is wrong with the text, by place, in the reader's language; empty before one was sent.</param>
public sealed record LoadRulebookModel(string Address, string Ticket, string Text, IReadOnlyList<(string Path, string Problem)> Problems)
{
    /// <summary>The field for the text.</summary>
    public static Field Content { get; } = new Field.Prose("text", ("规则库（JSON）", "Rulebook (JSON)"));

    /// <summary>The field for a file.</summary>
    public static Field File { get; } = new Field.Line("file", ("或者选择文件", "Or choose a file"));

    /// <summary>The name of the hidden field that holds the text from the preview on.</summary>
    public const string Packed = "packed";
}

/// <summary>What is different in a rulebook, and the cases that keep theirs.</summary>
/// <param name="Id">The rulebook.</param>
/// <param name="Comparison">The comparison; null when there is nothing to compare with.</param>
public sealed record RulebookComparisonModel(string Id, RulebookComparisonView? Comparison);

/// <summary>The preview of a change of the rulebooks.</summary>
/// <param name="Form">The form that confirms it.</param>
/// <param name="Facts">What would be done.</param>
/// <param name="Comparison">What is different; null for a change that shows no comparison.</param>
/// <param name="Confirm">The text of the button.</param>
public sealed record RulebookPreviewModel(
    FormModel Form, IReadOnlyList<(Bilingual Label, Bilingual Text)> Facts, RulebookComparisonModel? Comparison, Bilingual Confirm);
