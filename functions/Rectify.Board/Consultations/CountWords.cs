using Rectify.Domain.Messages;

namespace Rectify.Board.Consultations;

/// <summary>Sums up the answers of a reply in words.</summary>
public static class CountWords
{
    /// <summary>For example 受限 1，无限制 3.</summary>
    public static string Of(AnswerCounts counts, Language language) => language == Language.English
        ? string.Join(", ", Parts(counts, ("barred", "pending", "clear")))
        : string.Join("，", Parts(counts, ("受限", "待决定", "无限制")));

    private static IEnumerable<string> Parts(AnswerCounts counts, (string Barred, string Pending, string Clear) words) =>
        from part in new[] { (words.Barred, counts.Barred), (words.Pending, counts.Pending), (words.Clear, counts.Clear) }
        where part.Item2 > 0
        select $"{part.Item1} {part.Item2}";
}
