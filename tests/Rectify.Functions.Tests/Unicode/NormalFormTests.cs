using Rectify.Office.Text;

namespace Rectify.Functions.Tests.Unicode;

public class NormalFormTests
{
    [Theory]
    [InlineData("e\u0301", "é")]
    [InlineData("永平安督〔2026〕3号", "永平安督〔2026〕3号")]
    [InlineData("１Ａ", "１Ａ")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("\u1112\u1161\u11AB", "한")]
    [InlineData("하\u11AB", "한")]
    [InlineData("か\u3099", "が")]
    [InlineData("\u212B", "Å")]
    [InlineData("\uF900", "\u8C48")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("𝅗\U0001D165", "𝅗\U0001D165")]
    [InlineData("\u0301", "\u0301")]
    [InlineData("a\u0315\u0300\u05AE\u0062", "à\u05AE\u0315b")]
    [InlineData("", "")]
    public void Form_C_composes(string text, string composed)
    {
        Assert.Equal(composed, NormalForm.C(text));
        Assert.Equal(composed, NormalForm.C(composed));
    }

    [Theory]
    [InlineData("２０２６（Ａ）", "2026(A)")]
    [InlineData("　", " ")]
    [InlineData("①", "1")]
    [InlineData("ﾊﾟ", "パ")]
    [InlineData("㈱", "(株)")]
    [InlineData("ﬁ", "fi")]
    [InlineData("〔号〕", "〔号〕")]
    [InlineData("\u1E9B\u0323", "\u1E69")]
    public void Form_KC_also_takes_the_plain_character_for_those_that_stand_for_it(string text, string plain) =>
        Assert.Equal(plain, NormalForm.Kc(text));

    [Fact]
    public void Half_of_a_surrogate_pair_stays_as_it_is() => Assert.Equal("a\uD800\u0301é", NormalForm.C("a\uD800\u0301e\u0301"));
}
