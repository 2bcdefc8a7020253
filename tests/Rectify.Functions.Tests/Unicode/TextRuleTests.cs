using Rectify.Office.Text;

namespace Rectify.Functions.Tests.Unicode;

public class TextRuleTests
{
    [Theory]
    [InlineData("\0", "U+0000")]
    [InlineData("\u001B", "U+001B")]
    [InlineData("\u0085", "U+0085")]
    [InlineData("\u00AD", "U+00AD")]
    [InlineData("\u200B", "U+200B")]
    [InlineData("\u202E", "U+202E")]
    [InlineData("\u2066", "U+2066")]
    [InlineData("\u2028", "U+2028")]
    [InlineData("\u3164", "U+3164")]
    [InlineData("\uFEFF", "U+FEFF")]
    [InlineData("\uE000", "U+E000")]
    [InlineData("\uFFFF", "U+FFFF")]
    [InlineData("\u0378", "U+0378")]
    [InlineData("\U000E0001", "U+E0001")]
    [InlineData("\U0010FFFF", "U+10FFFF")]
    public void A_character_that_nobody_sees_is_refused_and_named(string character, string name)
    {
        Assert.Contains($"\"{name}\" at place 2", TextRule.Refuse($"王{character}伟", Lines.One)!.ToString(), StringComparison.Ordinal);
        Assert.Contains($"\"{name}\" at place 2", TextRule.Refuse($"王{character}伟", Lines.Several)!.ToString(), StringComparison.Ordinal);
    }

    // Halves of pairs cannot stand in a row of data.
    [Fact]
    public void Half_of_a_surrogate_pair_is_refused_and_named()
    {
        Assert.Contains("\"U+D800\" at place 2", TextRule.Refuse("王\uD800伟", Lines.One)!.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"U+DC00\" at place 1", TextRule.Refuse("\uDC00", Lines.Several)!.ToString(), StringComparison.Ordinal);
        Assert.Equal("一 二", TextRule.OneLine("一\uD800二"));
    }

    [Theory]
    [InlineData("永平安督〔2026〕3号 — “督办”")]
    [InlineData("𠮷田·买买提 é ñ 🚧 葛\U000E0100")]
    [InlineData("е\u0301")]
    public void Letters_marks_signs_and_pictures_are_taken(string text) => Assert.Null(TextRule.Refuse(text, Lines.One));

    [Fact]
    public void Line_breaks_are_taken_only_where_several_lines_are_asked_for()
    {
        foreach (var text in (string[])["一\n二", "一\r\n二", "一\t二"])
        {
            Assert.NotNull(TextRule.Refuse(text, Lines.One));
            Assert.Null(TextRule.Refuse(text, Lines.Several));
        }

        Assert.Equal(Lines.Several, TextRule.LinesOf("goals[3]"));
        Assert.Equal(Lines.One, TextRule.LinesOf("evidence[0].name"));
    }

    [Fact]
    public void A_text_is_stored_composed_and_trimmed_with_one_kind_of_line_end() =>
        Assert.Equal("é\n二", TextRule.Stored("\u3000e\u0301\r\n二 \r\n"));

    [Theory]
    [InlineData("王　伟", " 王 伟")]
    [InlineData("Ａ１街道", "A1街道")]
    [InlineData("王\u200B伟", "王伟")]
    [InlineData("\uF9B4导", "\u9818导")]
    public void Names_that_look_the_same_are_the_same(string one, string other) => Assert.Equal(TextRule.Look(one), TextRule.Look(other));

    [Theory]
    [InlineData("一\r\n二", "一 二")]
    [InlineData("\u200B一\0", "一")]
    public void A_text_of_an_earlier_version_becomes_one_line(string text, string line) => Assert.Equal(line, TextRule.OneLine(text));
}
