using Rectify.Office.Matching;

namespace Rectify.Functions.Tests.Matching;

public sealed class PastedRowsTests
{
    [Theory]
    // separators
    [InlineData("张三\t永嘉县瓯北街道\t党工委书记")]
    [InlineData("张三,永嘉县瓯北街道,党工委书记")]
    [InlineData("张三，永嘉县瓯北街道，党工委书记")]
    [InlineData("张三;永嘉县瓯北街道;党工委书记")]
    [InlineData("张三；永嘉县瓯北街道；党工委书记")]
    [InlineData("张三、永嘉县瓯北街道、党工委书记")]
    [InlineData("张三  永嘉县瓯北街道  党工委书记")]
    [InlineData("张三　永嘉县瓯北街道　党工委书记")]
    [InlineData("张三 永嘉县瓯北街道 党工委书记")]
    [InlineData("\"张三\",\"永嘉县瓯北街道\",\"党工委书记\"")]
    [InlineData("\"张三\"\t\"永嘉县瓯北街道\"\t\"党工委书记\"")]
    // orders
    [InlineData("永嘉县瓯北街道,张三,党工委书记")]
    [InlineData("永嘉县瓯北街道,党工委书记,张三")]
    [InlineData("党工委书记,永嘉县瓯北街道,张三")]
    [InlineData("党工委书记,张三,永嘉县瓯北街道")]
    [InlineData("永嘉县瓯北街道 党工委书记 张三")]
    // columns that say nothing
    [InlineData("1\t张三\t永嘉县瓯北街道\t党工委书记")]
    [InlineData("张三\t男\t汉族\t1975.03\t永嘉县瓯北街道\t党工委书记\t13800000000\t330324197503010011\t中共党员\t大学")]
    [InlineData("\t张三\t\t永嘉县瓯北街道\t党工委书记\t")]
    // headings
    [InlineData("姓名\t单位\t职务\n张三\t永嘉县瓯北街道\t党工委书记")]
    [InlineData("序号\t单位名称\t姓名\t现任职务\t备注\n1\t永嘉县瓯北街道\t张三\t党工委书记\t推荐")]
    [InlineData("No.,Name,Unit,Post\n1,张三,永嘉县瓯北街道,党工委书记")]
    [InlineData("姓 名，工作单位：，职务\n张三，永嘉县瓯北街道，党工委书记")]
    [InlineData("職務\t單位\t姓名\n党工委书记\t永嘉县瓯北街道\t张三")]
    [InlineData("编号,姓名,单位,职务\n1,张三,永嘉县瓯北街道,党工委书记")]
    [InlineData("姓名 单位 职务\n张三 永嘉县瓯北街道 党工委书记")]
    public void Name_unit_and_post_are_found_in_any_order_between_any_separators_with_and_without_headings(string text)
    {
        var row = Assert.Single(PastedRows.Read(text, SampleRegister.Index));

        Assert.Equal(("张三", "永嘉县瓯北街道", "党工委书记", null), (row.Name, row.Unit, row.Post, row.Id));
    }

    [Fact]
    public void Every_row_keeps_its_number_and_its_text_as_it_was_pasted()
    {
        var rows = PastedRows.Read("姓名\t单位\r\n张 三\t瓯北街道\r\n\r\n\t \r\n  王伟\t永嘉县公安局  \r\n", SampleRegister.Index);

        Assert.Equal([(2, "张 三\t瓯北街道"), (5, "王伟\t永嘉县公安局")], rows.Select(row => (row.Row, row.Text)));
    }

    [Fact]
    public void A_quoted_cell_may_have_line_ends_and_separators_and_a_mark_that_does_not_end_is_a_character()
    {
        var quoted = PastedRows.Read(
            "张三\t\"永嘉县\n瓯北街道\"\t\"党工委书记,\n人大工委主任\"\n李四\t永嘉县桥头镇\t镇长", SampleRegister.Index);
        var broken = PastedRows.Read("张三\t\"永嘉县瓯北街道\n李四\t永嘉县桥头镇", SampleRegister.Index);

        Assert.Equal([(1, "张三"), (4, "李四")], quoted.Select(row => (row.Row, row.Name)));
        Assert.Equal("永嘉县\n瓯北街道", quoted[0].Unit);
        Assert.Equal([(1, "张三"), (2, "李四")], broken.Select(row => (row.Row, row.Name)));
    }

    [Theory]
    [InlineData("张三、李四、王伟", "张三|李四|王伟")]
    [InlineData("张三，李四", "张三|李四")]
    [InlineData("张三、王小二", "张三|王小二")]
    [InlineData("official:o-1, official:o-2;unit:yj", "official:o-1|official:o-2|unit:yj")]
    // Not several: the second cell belongs to the first.
    [InlineData("张三，王小二", "张三")]
    [InlineData("张三、永嘉县瓯北街道", "张三")]
    [InlineData("张三、党工委书记", "张三")]
    public void Several_persons_in_one_line_are_rows_of_their_own(string text, string expected) =>
        Assert.Equal(expected.Split('|'), PastedRows.Read(text, SampleRegister.Index).Select(row => row.Id ?? row.Name));

    [Theory]
    [InlineData("、", "张三")]
    [InlineData(",", "official:o-1")]
    public void However_many_stand_in_one_line_none_is_left_out(string separator, string one) =>
        Assert.Equal(65, PastedRows.Read(string.Join(separator, Enumerable.Repeat(one, 65)), SampleRegister.Index).Count);

    [Fact]
    public void Columns_of_a_list_are_told_apart_by_what_the_register_knows_of_them_also_in_rows_that_it_does_not_know()
    {
        var rows = PastedRows.Read(
            "永嘉县瓯北街道\t党工委书记\t张三\n某某公司\t经理\t王小二\n永嘉县公安局\t副局长\t王伟\n\t\t李四",
            SampleRegister.Index);

        Assert.Equal(
            [
                ("张三", "永嘉县瓯北街道", "党工委书记"), ("王小二", "某某公司", "经理"), ("王伟", "永嘉县公安局", "副局长"),
                ("李四", null, null),
            ],
            rows.Select(row => (row.Name, row.Unit, row.Post)));
    }

    [Fact]
    public void Columns_that_stand_the_other_way_round_in_one_row_are_turned()
    {
        var rows = PastedRows.Read("张三,永嘉县瓯北街道\n永嘉县桥头镇,李四\n王伟,永嘉县公安局", SampleRegister.Index);

        Assert.Equal(("李四", "永嘉县桥头镇"), (rows[1].Name, rows[1].Unit));
    }

    [Fact]
    public void A_row_without_a_name_in_a_list_of_names_asks_about_nobody_and_a_list_of_units_asks_about_units()
    {
        var persons = SampleRegister.Match("姓名\t单位\n张三\t永嘉县瓯北街道\n\t永嘉县公安局");
        var units = SampleRegister.Match("单位\n永嘉县瓯北街道\n永嘉县公安局\n某某公司");

        Assert.Equal(["= o-1", "-"], persons.Select(SampleRegister.Told));
        Assert.Equal(["= unit:yj-oubei", "= unit:yj-ga", "-"], units.Select(SampleRegister.Told));
    }

    [Fact]
    public void A_unit_that_the_register_does_not_know_speaks_against_who_bears_the_name()
    {
        Assert.Equal(["? o-1", "? o-2"], SampleRegister.Match("张三\t某某公司\n李四\t另一公司").Select(SampleRegister.Told));
        Assert.Equal(["? o-1", "? o-2"], SampleRegister.Match("姓名\t单位\n张三\t某某公司\n李四\t另一公司").Select(SampleRegister.Told));
        // The heading is not known either.
        Assert.Equal(
            ["? o-1", "? o-2"],
            SampleRegister.Match("序号\t姓名\t来自\n1\t张三\t某某公司\n2\t李四\t另一公司").Select(SampleRegister.Told));
        Assert.Equal(
            ["= o-1", "= o-2"],
            SampleRegister.Match("姓名\t单位\t事迹\n张三\t瓯北街道\t成绩突出\n李四\t桥头镇\t带头").Select(SampleRegister.Told));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(" \n\t\n", 0)]
    [InlineData(",,,", 1)]
    [InlineData("姓名", 1)]
    [InlineData("姓名\n张三", 1)]
    [InlineData("\u200b张三\ufeff", 1)]
    public void Blank_and_strange_texts_are_read_without_a_fault(string text, int rows)
    {
        Assert.Equal(rows, PastedRows.Read(text, SampleRegister.Index).Count);
        Assert.True(SampleRegister.Match(text).Count == rows);
    }

    [Fact]
    public void A_list_of_ids_alone_is_seen_without_the_register()
    {
        Assert.Equal(["official:o-1", "unit:yj"], PastedRows.OnlyIds("official:o-1\n\nunit:yj,")!.Select(id => id.ToString()));
        Assert.Null(PastedRows.OnlyIds("official:o-1\n张三"));
        Assert.Null(PastedRows.OnlyIds("official:张三"));
    }
}
