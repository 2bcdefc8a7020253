using Rectify.Domain.Identity;
using Rectify.Office.Register;

namespace Rectify.Office.Letters;

/// <summary>The mail that follows from one event, in every language, before it is written to each reader.</summary>
/// <param name="Template">Name of the text.</param>
/// <param name="To">Who gets it, the addressee first. The office in a later place gets a copy (抄送).</param>
/// <param name="Chinese">What it says in Chinese.</param>
/// <param name="English">The same in English.</param>
internal sealed record Mailing(string Template, IEnumerable<Capacity> To, MailText Chinese, MailText English)
{
    public MailText In(MailLanguage language) => language == MailLanguage.English ? English : Chinese;
}

/// <summary>A mail in one language.</summary>
/// <param name="Subject">Subject line, the same for all: it names no person.</param>
/// <param name="Opening">What happened, the same for all.</param>
/// <param name="Lines">What it means for each subject. <see cref="Letter"/> shows a reader only what concerns that reader.</param>
/// <param name="Closing">What follows, the same for all; null when nothing does.</param>
internal sealed record MailText(string Subject, string Opening, IReadOnlyList<SubjectLine> Lines, string? Closing);

/// <summary>A sentence that concerns one unit or person.</summary>
internal sealed record SubjectLine(Subject Subject, string Text);
