namespace Rectify.Board.Documents;

/// <summary>A decision of an office as it is served on a unit.</summary>
/// <param name="Office">Whose red head it bears.</param>
/// <param name="Number">文号; null while it has none.</param>
/// <param name="Title">For example 挂牌督办通知书.</param>
/// <param name="Date">The day under the signature.</param>
/// <param name="Signer">The organ that decided.</param>
/// <param name="To">The unit it is addressed to.</param>
/// <param name="Opening">The first paragraph: what was decided.</param>
/// <param name="Sections">What follows, each under a heading.</param>
/// <param name="Copies">Organs that receive a copy (S13).</param>
/// <param name="Remarks">What a reader must know that the document itself does not say: that it is a draft, or was taken back.</param>
public sealed record OfficialLetter(
    string Office, string? Number, string Title, DateOnly Date, string Signer, string To, string Opening,
    IReadOnlyList<LetterSection> Sections, IReadOnlyList<string> Copies, IReadOnlyList<string> Remarks);

/// <summary>A part of a letter.</summary>
/// <param name="Heading">Its heading, without a number.</param>
/// <param name="Paragraphs">Its text.</param>
/// <param name="Items">A numbered list behind the text; may be empty.</param>
public sealed record LetterSection(string Heading, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Items)
{
    /// <summary>A part without a list.</summary>
    public LetterSection(string heading, params IReadOnlyList<string> paragraphs) : this(heading, paragraphs, [])
    {
    }
}
