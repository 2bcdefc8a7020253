using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Rectify.Domain.Identity;
using Rectify.Domain.Messages;
using Rectify.Functions.Spreadsheets;
using Rectify.Office.Register;
using Rectify.Office.RegisterEntries;
using Rectify.Office.Spreadsheets;

namespace Rectify.Functions.Tests.Spreadsheets;

/// <summary>Spreadsheets as offices have them: titles, merged cells, totals, signatures, columns of their own, real days.</summary>
public sealed class WorkbookTests
{
    private static readonly object?[] Header = ["序号", "人员编号", "姓名", "单位编号", "职务", "角色", "任职起", "备注"];

    private static readonly object?[] Wang = [1, "o-1", "王主任", "yj-oubei", "书记", "主要领导", new DateOnly(2024, 1, 1), "兼"];
    private static readonly object?[] Zhao = [2, "o-7", "赵副主任", "yj-oubei", "副主任", "分管领导", "2023年5月6日", null];

    [Fact]
    public async Task Title_subtitle_own_columns_total_and_signature_are_no_part_of_the_table()
    {
        var read = Officials(await Xlsx.OfAsync(new Xlsx.SheetOf(
            "Sheet1",
            [
                ["永嘉县领导干部名册"], ["填报单位：瓯北街道", null, null, null, null, "2026年3月"], [], Header, Wang, Zhao,
                ["合　计", null, 2], [null, "填表人：李四", null, null, "审核：张三"],
            ],
            ["A1:H1"])));

        Assert.Equal(
            [("o-1", "2024-01-01"), ("o-7", "2023年5月6日")], read.Rows.Select(row => (Cell(row, "officialId"), Cell(row, "from"))));
        Assert.Equal([5, 6], read.Rows.Select(row => row.Line));
        Assert.Equal(["序号", "备注"], read.Unused);
        Assert.Equal([(7, "合　计 2"), (8, "填表人：李四 审核：张三")], read.Skipped.Select(row => (row.Line, row.Text)));
        Assert.All(read.Rows.Select(Line), line => Assert.Empty(line.Row.Rejections));
    }

    [Fact]
    public async Task A_cell_merged_over_several_rows_stands_in_each_of_them()
    {
        var read = Officials(await Xlsx.OfAsync(new Xlsx.SheetOf(
            "名册",
            [
                ["单位编号", "人员编号", "姓名", "职务", "角色", "任职起"],
                ["yj-oubei", "o-1", "王主任", "书记", "主要领导", "2024-01-01"],
                [null, "o-7", "赵副主任", "副主任", "分管领导", "2024-01-01"],
                [null, "o-8", "钱副主任", "副主任", "分管领导", "2024-01-01"],
                ["yj-qiaotou", "o-9", "孙镇长", "镇长", "主要领导", "2024-01-01"],
            ],
            ["A2:A4"])));

        Assert.Equal(["yj-oubei", "yj-oubei", "yj-oubei", "yj-qiaotou"], read.Rows.Select(row => Cell(row, "unitId")));
    }

    [Fact]
    public async Task Columns_stand_in_any_order_and_are_named_as_people_write_them()
    {
        var read = Officials(await Xlsx.OfAsync(new Xlsx.SheetOf(
            "Sheet1",
            [
                ["角 色", "任职起*", "职务（全称）", "ＵＮＩＴＩＤ", "姓\n名", "人员编号（必填）", "电子邮箱"],
                ["主要领导", new DateOnly(2024, 1, 1), "书记", "yj-oubei", "王主任", "ｏ－１", "wang@oubei.example"],
            ])));

        var line = Line(Assert.Single(read.Rows));
        Assert.Empty(line.Row.Rejections);
        Assert.Equal(
            ("o-1", "王主任", "wang@oubei.example", "2024-01-01"),
            (line.Id.Value, line.Name, line.Email, $"{line.Post.From:yyyy-MM-dd}"));
        Assert.Empty(read.Unused);
    }

    [Fact]
    public async Task Of_several_sheets_the_visible_one_with_the_columns_is_read()
    {
        var read = Officials(await Xlsx.OfAsync(
            new Xlsx.SheetOf("说明", [["填写说明"], ["姓名：按身份证填写"]]),
            new Xlsx.SheetOf("去年", [Header, Zhao], IsHidden: true),
            new Xlsx.SheetOf("名册", [Header, Wang])));

        Assert.Equal("名册", read.Sheet);
        Assert.Equal(["o-1"], read.Rows.Select(row => Cell(row, "officialId")));
    }

    [Fact]
    public async Task Numbers_and_days_come_out_as_a_person_reads_them()
    {
        var rows = Rows(await Xlsx.OfAsync(new Xlsx.SheetOf(
            "Sheet1",
            [[13800000000L, 3, 0.5, new DateOnly(2026, 2, 28), new DateTime(2026, 3, 1, 9, 30, 0), " 文本 ", "'=1+1"]])));

        Assert.Equal(
            ["13800000000", "3", "0.5", "2026-02-28", "2026-03-01 09:30:00", " 文本 ", "=1+1"], Assert.Single(rows).Cells);
    }

    [Fact]
    public void An_old_workbook_is_read_like_a_new_one()
    {
        var read = Officials(File.ReadAllBytes(Beside("officials.xls")));

        var line = Line(Assert.Single(read.Rows));
        Assert.Empty(line.Row.Rejections);
        Assert.Equal(("o-9", "赵六", "2024-05-01", "人员"), (line.Id.Value, line.Name, $"{line.Post.From:yyyy-MM-dd}", read.Sheet));
        Assert.Equal(["合  计 1"], read.Skipped.Select(row => row.Text));
    }

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public void A_text_is_read_with_the_separator_that_it_has(string separator)
    {
        string[][] rows =
        [
            ["名册"], ["officialId", "name", "unitId", "post", "role", "from"],
            ["o-1", "王主任", "yj-oubei", "\"书记；主任, 兼;党工委\"", "principal", "2024-01-01"],
        ];
        var text = string.Join("\r\n", rows.Select(row => string.Join(separator, row)));

        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            var row = Assert.Single(Officials([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]).Rows);
            Assert.Equal(("书记；主任, 兼;党工委", 3), (Cell(row, "post"), row.Line));
        }
    }

    // What cannot be read is told with what is wrong and where, and never half read.
    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_cannot_be_read_is_told_with_its_place(string what, string place, string told)
    {
        var bytes = await BytesOfAsync(what);

        var isRead = SpreadsheetBody.Read(bytes).Try(out var body, out var problem)
            && RegisterTable.Of(body.Table, ColumnMeanings.None).Try(out _, out problem);

        Assert.False(isRead, what);
        var (member, message) = Assert.Single(problem!.Errors!);
        Assert.Equal(place, member);
        Assert.EndsWith(told, Assert.Single(message).In(Language.Chinese), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "empty", "line 1", "首行应为列名；文件是空的。" },
        { "empty workbook", "line 1", "首行应为列名；文件是空的。" },
        { "cut", "body", "文件已损坏，或者不是 Excel、WPS 工作簿（.xlsx、.xls）。" },
        { "zip of something else", "body", "文件已损坏，或者不是 Excel、WPS 工作簿（.xlsx、.xls）。" },
        { "picture", "body", "文件既不是工作簿（.xlsx、.xls），也不是 UTF-8、UTF-16 或 GB 18030 编码的文本。" },
        { "bomb", "body", "工作簿解压后不得超过 128 MB。" },
        { "missing cell", "line 3", "第 3 行的单元格应与首行的列一样多，为 6 个，现有 5 个。" },
    };

    [Fact]
    public async Task A_missing_or_doubled_column_is_named_with_the_line_of_the_header()
    {
        var bytes = await Xlsx.OfAsync(new Xlsx.SheetOf(
            "Sheet1",
            [["名册"], ["人员编号", "姓名", "姓名", "职务", "角色", "到任"], ["o-1", "王", "王", "书记", "主要领导", "2024-01-01"]]));

        Assert.True(SpreadsheetBody.Read(bytes).Try(out var body, out _));
        Assert.False(RegisterTable.Of(body.Table, ColumnMeanings.None).Try(out _, out var problem));
        var (line, told) = Assert.Single(problem.Errors!);
        Assert.Equal("line 2", line);
        Assert.StartsWith(
            "第 2 行的列名不对：没有“到任”这一列；“姓名”列重复；缺少“单位编号”列；缺少“任职起”列；可用的列为",
            Assert.Single(told).In(Language.Chinese), StringComparison.Ordinal);
    }

    private static async Task<byte[]> BytesOfAsync(string what)
    {
        switch (what)
        {
            case "empty": return [];
            case "empty workbook": return await Xlsx.OfAsync(new Xlsx.SheetOf("Sheet1", []));
            case "cut":
                var whole = await Xlsx.OfAsync(new Xlsx.SheetOf("Sheet1", [Header, Wang]));
                return whole[..(whole.Length / 2)];
            case "zip of something else": return Zip("readme.txt", 10);
            case "picture": return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0xFF, 0xFF, 0x00, 0x80];
            case "bomb": return Zip("xl/sharedStrings.xml", 200 * 1024 * 1024);
            case "missing cell":
                return Encoding.UTF8.GetBytes(
                    "officialId,name,unitId,post,role,from\no-1,王,u,书记,principal,2024-01-01\no-2,王,u,书记,principal\n");
            default: throw new ArgumentOutOfRangeException(nameof(what), what, null);
        }
    }

    private static byte[] Zip(string name, int size)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var left = size; left > 0; left -= zeros.Length) part.Write(zeros, 0, Math.Min(left, zeros.Length));
        }

        return file.ToArray();
    }

    private static IReadOnlyList<SpreadsheetRow> Rows(byte[] bytes)
    {
        Assert.True(Workbook.Read(bytes).Try(out var table, out var problem), problem?.Detail.ToString());
        return Assert.Single(table!.Sheets).Rows;
    }

    private static ReadTable Officials(byte[] bytes)
    {
        Assert.True(SpreadsheetBody.Read(bytes).Try(out var body, out var problem), problem?.Detail.ToString());
        Assert.True(RegisterTable.Of(body!.Table, ColumnMeanings.None).Try(out var table, out problem), problem?.Detail.ToString());
        Assert.Equal(RegisterKind.Officials, table!.Kind);
        return table.Read;
    }

    private static OfficialLine Line(RegisterRow row) => OfficialTableFormat.Read(row, new NamedInTable(
        new Dictionary<UnitId, string> { [new UnitId("yj-oubei")] = "瓯北街道" }, []));

    private static string Cell(RegisterRow row, string column) =>
        row.Text(OfficialTableFormat.Columns.Single(one => one.Name == column));

    private static string Beside(string name, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, name);
}
