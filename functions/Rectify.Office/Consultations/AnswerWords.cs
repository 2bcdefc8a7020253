using System.Diagnostics;
using Rectify.Domain.Messages;
using Rectify.Office.Eligibility;
using Rectify.Office.Letters;

namespace Rectify.Office.Consultations;

/// <summary>An answer in words, with the numbers of the decisions on which it rests.</summary>
public static class AnswerWords
{
    /// <summary>The answer for the day asked about, and what begins later.</summary>
    public static Bilingual Of(StandingAnswer answer)
    {
        var (chinese, english) = (Of(answer.Finding).Chinese, Of(answer.Finding).English);
        List<Bilingual> later = [.. (answer.Later?.All ?? []).Select(Of)];
        return ($"{string.Join('；', later.Select(one => one.Chinese).Prepend(chinese))}",
            $"{string.Join("; ", later.Select(one => one.English).Prepend(english))}");
    }

    /// <summary>What begins after the day asked about, while the reply is valid.</summary>
    public static Bilingual Of(LaterFinding later) => (
        $"自{Wording.Day(later.From)}起{Of(later.Finding).Chinese}",
        $"from {EnglishWording.Day(later.From)} {Of(later.Finding).English}");

    private static Bilingual Of(Finding finding)
    {
        var numbers = finding.Bases.Select(basis => basis.DocumentNumber).Distinct().ToList();
        var (by, byInEnglish) = numbers.Count == 0 ? ("", "") : ($"（{string.Join("、", numbers)}）", $" ({string.Join(", ", numbers)})");
        return finding switch
        {
            { Answer: Answer.Clear } => ("无限制", "clear"),
            { Answer: Answer.Pending } => ($"待决定{by}", $"pending{byInEnglish}"),
            { Answer: Answer.Barred, Until: { } until } =>
                ($"受限制，至{Wording.Day(until)}{by}", $"barred until {EnglishWording.Day(until)}{byInEnglish}"),
            { Answer: Answer.Barred } =>
                ($"受限制，至解除挂牌督办之日{by}", $"barred until the release{byInEnglish}"),
            _ => throw new UnreachableException(finding.ToString()),
        };
    }
}
