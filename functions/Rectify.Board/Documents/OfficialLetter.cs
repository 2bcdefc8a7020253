namespace Rectify.Board.Documents;

/// <summary>A decision of an office as an official letter to a unit.</summary>
/// <param name="Office">The office in the red head of the letter.</param>
/// <param name="Number">文号; null while the letter has none.</param>
/// <param name="Title">For example 挂牌督办通知书.</param>
/// <param name="Date">The day under the signature.</param>
/// <param name="Signer">The organ that decided.</param>
/// <param name="To">The unit to which the letter is addressed.</param>
/// <param name="Opening">The first paragraph: what was decided.</param>
/// <param name="Sections">The further parts, each under a heading.</param>
/// <param name="Copies">Organs that receive a copy (S13).</param>
/// <param name="Remarks">Remarks that are not part of the decision: that the letter is a draft, or that the decision was revoked.</param>
public sealed record OfficialLetter(
    string Office, string? Number, string Title, DateOnly Date, string Signer, string To, string Opening,
    IReadOnlyList<LetterSection> Sections, IReadOnlyList<string> Copies, IReadOnlyList<string> Remarks);

/// <summary>A section of a letter.</summary>
/// <param name="Heading">The heading, without a number.</param>
/// <param name="Paragraphs">The text.</param>
/// <param name="Items">A numbered list after the text; may be empty.</param>
public sealed record LetterSection(string Heading, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Items)
{
    /// <summary>Creates a section without a list.</summary>
    public LetterSection(string heading, params IReadOnlyList<string> paragraphs) : this(heading, paragraphs, [])
    {
    }
}
