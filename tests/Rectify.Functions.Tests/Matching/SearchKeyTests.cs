using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Matching;
using Rectify.Office.Register;

namespace Rectify.Functions.Tests.Matching;

/// <summary>Which spellings of a name a search passes over.</summary>
public sealed class SearchKeyTests
{
    [Theory]
    [InlineData("张 三", "张三")]
    [InlineData("张三", "张　三")]
    [InlineData("張三", "张三")]
    [InlineData("张三", "張三丰")]
    [InlineData("Ｗang", "Wang Wei")]
    [InlineData("wangwei", "WANG WEI")]
    [InlineData("永嘉县(瓯北)", "永嘉县瓯北街道")]
    [InlineData("永嘉县〔瓯北〕", "永嘉县（瓯北）街道")]
    [InlineData("阿卜杜.热合曼", "阿卜杜·热合曼")]
    public void A_part_of_a_name_is_found_in_every_spelling(string typed, string name) => Assert.True(new SearchKey(typed).IsIn(name));

    [Theory]
    [InlineData("张四", "张三")]
    [InlineData("三张", "张三")]
    [InlineData("李小明", "李晓明")]
    public void Another_name_is_not(string typed, string name) => Assert.False(new SearchKey(typed).IsIn(name));

    [Theory]
    [InlineData("")]
    [InlineData(" 　")]
    [InlineData("（）")]
    public void Nothing_is_searched_for_with_spaces_and_brackets_alone(string typed) => Assert.True(new SearchKey(typed).IsEmpty);

    [Fact]
    public void A_unit_is_found_by_its_name_after_that_of_the_unit_above()
    {
        Unit county = Of("yj", "永嘉县", null), street = Of("yj-oubei", "瓯北街道", "yj"), other = Of("yj-qiaotou", "桥头镇", "yj");

        Assert.Equal([street], new SearchKey("永嘉县(瓯北)").Among([county, street, other]));
        Assert.Equal([street], new SearchKey("YJ-OUBEI").Among([county, street, other]));
        Assert.Equal([county, street, other], new SearchKey("永嘉").Among([county, street, other]));
    }

    private static Unit Of(string id, string name, string? above) => new(
        new UnitId(id), name, UnitKind.Locality, UnitLevel.Township, above is null ? null : new UnitId(above),
        new Liaison("联络员", "liaison@county.example", MailLanguage.Chinese), null);
}
