using System.Diagnostics;
using Rectify.Domain.Calendar;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Office.Register;
using Rectify.Office.Settings;

namespace Rectify.Office.Letters;

/// <summary>Writes a mailing to one reader. Only this class decides what a reader is shown.</summary>
internal static class Letter
{
    /// <param name="mailing">The mail as it is for all readers.</param>
    /// <param name="reader">To whom this letter goes.</param>
    /// <param name="moment">The event that it is about.</param>
    /// <param name="settings">What every mail has in common.</param>
    /// <param name="note">What is said to this reader alone; null for nothing.</param>
    public static string Body(Mailing mailing, Reader reader, Moment moment, NoticeSettings settings, string? note)
    {
        var (file, entry) = (moment.File, moment.Entry);
        var (text, language) = (mailing.In(reader.Recipient.Language), LetterWords.In(reader.Recipient.Language));
        string?[] paragraphs =
        [
            $"{Salutation(reader, file, settings, language)}{CopyMark(mailing, reader, language)}{language.Colon}",
            text.Opening,
            string.Join('\n', LinesFor(reader, text.Lines, language)),
            note,
            text.Closing,
            $"""
            {settings.OfficeName}
            {language.Day(LocalDay.Of(entry.At))}
            """,
            $"{language.CaseFile}{settings.LinkTo(entry.CaseId)}",
        ];
        // Raw strings carry the line ends of the source file; a stored text has one kind.
        return string.Join("\n\n", paragraphs.Where(paragraph => !string.IsNullOrEmpty(paragraph))).ReplaceLineEndings("\n") + "\n";
    }

    private static string Salutation(Reader reader, CaseFile file, NoticeSettings settings, LetterWords language) =>
        string.Join(language.Comma, reader.Capacities.Select(capacity => capacity switch
        {
            Capacity.Liaison => file.Opening.Unit.Name,
            Capacity.FormerLiaison former => former.Unit.Name,
            Capacity.Leader leader => language.Name(new Subject.Official(leader.Id), file),
            Capacity.Incumbent incumbent => language.Person(incumbent.Name),
            Capacity.Office => settings.OfficeName,
            _ => throw new UnreachableException(capacity.GetType().Name),
        }).Distinct());

    // Where the office is not the first addressee, it gets a copy of what it has asked of others; the mark says that nothing is asked of
    // the office.
    private static string CopyMark(Mailing mailing, Reader reader, LetterWords language) =>
        reader.Capacities is [Capacity.Office] && mailing.To.First() is not Capacity.Office ? language.Copy : "";

    private static IEnumerable<string> LinesFor(Reader reader, IReadOnlyList<SubjectLine> lines, LetterWords language)
    {
        var own = reader.Capacities.OfType<Capacity.Leader>().Select(leader => (Subject)new Subject.Official(leader.Id)).ToHashSet();
        var forUnit = reader.Capacities.Any(capacity => capacity is not Capacity.Leader);

        foreach (var line in lines.Where(line => own.Contains(line.Subject) || (forUnit && line.Subject is Subject.Unit)))
            yield return line.Text;
        if (forUnit && lines.Any(line => line.Subject is Subject.Official && !own.Contains(line.Subject)))
            yield return language.PersonsLeftOut;
    }

    /// <summary>What every letter of a language has in common.</summary>
    private sealed record LetterWords(
        string Colon, string Comma, string Copy, string CaseFile, string PersonsLeftOut,
        Func<DateOnly, string> Day, Func<Subject, CaseFile, string> Name, Func<string, string> Person)
    {
        private static readonly LetterWords Chinese = new(
            "：", "、", "（抄送）", "案卷：", "涉及领导干部的部分不在邮件中列明，见案卷。", Wording.Day, Wording.Name,
            name => $"{name}同志");

        private static readonly LetterWords English = new(
            ":", ", ", " (copy)", "Case file: ", "What concerns leading officials is not set out in this mail; see the case file.",
            EnglishWording.Day, EnglishWording.Name, name => name);

        public static LetterWords In(MailLanguage language) => language == MailLanguage.English ? English : Chinese;
    }
}
