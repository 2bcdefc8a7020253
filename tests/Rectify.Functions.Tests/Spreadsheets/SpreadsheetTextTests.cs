using CsCheck;
using Rectify.Office.Spreadsheets;

namespace Rectify.Functions.Tests.Spreadsheets;

public class SpreadsheetTextTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+86 577")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r\n=1")]
    [InlineData("＝1+1")]
    [InlineData("'=1")]
    public void A_text_that_a_spreadsheet_would_compute_gets_a_mark(string text) => Assert.Equal($"'{text}", SpreadsheetText.Neutral(text));

    [Theory]
    [InlineData("")]
    [InlineData("瓯北街道")]
    [InlineData("2026-03-30")]
    [InlineData("a=b")]
    public void Any_other_text_stays_as_it_is(string text) => Assert.Equal(text, SpreadsheetText.Neutral(text));

    [Fact]
    public void The_mark_is_taken_back_exactly() =>
        Gen.OneOf(Gen.String[Gen.Char["=+-@\t\r\n＝'\",甲"], 0, 4], Gen.String)
            .Sample(text => SpreadsheetText.Plain(SpreadsheetText.Neutral(text)) == text);
}
