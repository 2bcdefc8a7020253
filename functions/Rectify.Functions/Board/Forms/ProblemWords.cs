using System.Globalization;
using System.Text.RegularExpressions;
using Rectify.Board.Words;

namespace Rectify.Functions.Board.Forms;

/// <summary>Says a problem of the interface in the reader's language. The days and numbers are those of the problem itself.</summary>
internal static partial class ProblemWords
{
    /// <summary>The sentence.</summary>
    /// <param name="type">The problem's type, <c>/problems/{name}</c>.</param>
    /// <param name="member">The member it is about; it stands beside its field, so the sentence does not repeat it.</param>
    /// <param name="detail">The problem in English.</param>
    /// <param name="language">The reader's language.</param>
    public static string Of(string type, string member, string detail, Language language)
    {
        var sentence = detail.StartsWith(member + ": ", StringComparison.Ordinal) ? detail[(member.Length + 2)..] : detail;
        if (language == Language.English)
        {
            return sentence.EndsWith(" is missing.", StringComparison.Ordinal) ? "Please fill this in." : char.ToUpperInvariant(sentence[0]) + sentence[1..];
        }

        var name = type[(type.LastIndexOf('/') + 1)..];
        var row = ProblemTable.Rows.FirstOrDefault(row => row.Name == name && (row.When is null || Regex.IsMatch(detail, row.When)));
        return row is null ? $"不符合规则：{sentence}" : Filled(row.Chinese, sentence);
    }

    private static string Filled(string template, string sentence)
    {
        var days = Date().Matches(sentence).Select(match => DateOnly.ParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
        var numbers = Number().Matches(Reference().Replace(Date().Replace(sentence, ""), "")).Select(match => match.Value).ToList();
        var quoted = Quoted().Match(sentence).Groups[1].Value;
        return Place().Replace(template, place => (place.Groups[1].Value, int.Parse(place.Groups[2].Value, CultureInfo.InvariantCulture)) switch
        {
            ("day", var index) when index < days.Count => Dates.Day(days[index], Language.Chinese),
            ("number", var index) when index < numbers.Count => numbers[index],
            ("text", _) => quoted,
            _ => "无",
        });
    }

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex Date();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    // The name of a rulebook or of a rule holds numbers that are none.
    [GeneratedRegex(@"rulebook [^ )]+|\([A-Z]\d+[^)]*\)")]
    private static partial Regex Reference();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{(day|number|text)(\d)\}")]
    private static partial Regex Place();
}
