using Rectify.Office.Ledger;

namespace Rectify.Functions.Tests.Ledger;

public class DocumentNumberTests
{
    [Theory]
    [InlineData("平安督〔2027〕3号")]
    [InlineData("平安督〔２０２７〕3号")]
    [InlineData("平安督［2027］3号")]
    [InlineData("平安督[2027]3号")]
    [InlineData("平安督【2027】3号")]
    [InlineData("平安督（2027）3号")]
    [InlineData("平安督(2027)3号")]
    [InlineData("平安督〔2027］3号")]
    [InlineData("平安督〔2027〕 3 号")]
    [InlineData("　平安督 〔2027〕　３号 ")]
    [InlineData("平安督〔2027〕3號")]
    [InlineData("平安督〔2027〕第3号")]
    [InlineData("平安督〔2027〕003号")]
    [InlineData("平安督〔2027〕第 0３ 號")]
    [InlineData("平安督\u200B〔2027〕3号")]
    [InlineData("平安督「2027」3号")]
    [InlineData("平安督⟨2027⟩3号")]
    [InlineData("平安督〔2027年〕3号")]
    [InlineData("平安督〔2027〕3号。")]
    [InlineData("平安督〔2027〕3")]
    [InlineData("平安督〔二〇二七〕3号")]
    [InlineData("平安督〔二○二七年〕第三号")]
    [InlineData("平安督（二零二七）三號")]
    [InlineData("平安督〔2027〕〇三号")]
    public void A_number_is_the_same_in_every_spelling(string spelled)
    {
        var number = DocumentNumber.Parse(spelled);

        Assert.Equal("平安督〔2027〕3号", number.Text);
        Assert.Equal((new DocumentSeries("平安督", 2027), 3), (number.Series, number.Number));
    }

    [Theory]
    [InlineData("十号", 10)]
    [InlineData("十二号", 12)]
    [InlineData("二十号", 20)]
    [InlineData("一百一十号", 110)]
    [InlineData("二百零五号", 205)]
    [InlineData("一千零二十号", 1020)]
    [InlineData("一九号", 19)]
    public void A_place_in_Chinese_numerals_is_read(string place, int number) =>
        Assert.Equal(number, DocumentNumber.Parse($"平安督〔2027〕{place}").Number);

    [Theory]
    [InlineData("平安督〔2027〕30号")]
    [InlineData("平安督〔2027〕十三号")]
    [InlineData("平安督〔2026〕3号")]
    [InlineData("平督〔2027〕3号")]
    [InlineData("平安督〔2027〕13号")]
    public void Another_number_stays_another(string spelled) =>
        Assert.NotEqual(DocumentNumber.Parse("平安督〔2027〕3号").Key, DocumentNumber.Parse(spelled).Key);

    [Theory]
    [InlineData("督办函（特）", "督办函(特)")]
    [InlineData("Ａ-１", "A-1")]
    public void A_number_outside_every_series_is_kept_as_written_and_compared_by_its_look(string spelled, string other)
    {
        var number = DocumentNumber.Parse($" {spelled} ");

        Assert.Equal((spelled, null, null), (number.Text, number.Series, number.Number));
        Assert.Equal(DocumentNumber.Parse(other).Key, number.Key);
    }

    [Fact]
    public void The_code_of_an_office_may_be_spelled_in_any_way() =>
        Assert.Equal("A督〔2027〕1号", DocumentSeries.Of("Ａ督 ", 2027).At(1).Text);
}
