using System.Diagnostics;
using Rectify.Domain.Cases;
using Rectify.Domain.Identity;
using Rectify.Domain.Terms;
using Rectify.Functions.Notices.Texts;

namespace Rectify.Functions.Notices;

/// <summary>Makes a mailing out to one reader. The one place where it is decided what a reader is shown.</summary>
internal static class Letter
{
    private const string PersonsLeftOut = "涉及领导干部的部分不在邮件中列明，见案卷。";

    public static string Body(Mailing mailing, Reader reader, CaseFile file, StoredEvent entry, NoticeSettings settings)
    {
        string?[] paragraphs =
        [
            $"{Salutation(reader, file, settings)}{CopyMark(mailing, reader)}：",
            mailing.Opening,
            string.Join('\n', LinesFor(reader, mailing.Lines)),
            mailing.Closing,
            $"""
            {settings.OfficeName}
            {Wording.Day(LocalDay.Of(entry.At))}
            """,
            $"案卷：{settings.LinkTo(entry.CaseId)}",
        ];
        // Raw strings carry the line ends of the source file; a stored text has one kind.
        return string.Join("\n\n", paragraphs.Where(paragraph => !string.IsNullOrEmpty(paragraph))).ReplaceLineEndings("\n") + "\n";
    }

    private static string Salutation(Reader reader, CaseFile file, NoticeSettings settings) =>
        string.Join('、', reader.Capacities.Select(capacity => capacity switch
        {
            Capacity.Liaison => file.Opening.Unit.Name,
            Capacity.Leader leader => Wording.Name(new Subject.Official(leader.Id), file),
            Capacity.Office => settings.OfficeName,
            _ => throw new UnreachableException(capacity.GetType().Name),
        }).Distinct());

    // The office is told of what it has asked of others; the mark says that nothing is asked of it.
    private static string CopyMark(Mailing mailing, Reader reader) =>
        reader.Capacities is [Capacity.Office] && mailing.To.First() is not Capacity.Office ? "（抄送）" : "";

    private static IEnumerable<string> LinesFor(Reader reader, IReadOnlyList<SubjectLine> lines)
    {
        var own = reader.Capacities.OfType<Capacity.Leader>().Select(leader => (Subject)new Subject.Official(leader.Id)).ToHashSet();
        var forUnit = reader.Capacities.Any(capacity => capacity is not Capacity.Leader);

        foreach (var line in lines.Where(line => own.Contains(line.Subject) || (forUnit && line.Subject is Subject.Unit)))
            yield return line.Text;
        if (forUnit && lines.Any(line => line.Subject is Subject.Official && !own.Contains(line.Subject)))
            yield return PersonsLeftOut;
    }
}
