using CsCheck;
using Rectify.Office.Requests;
using Rectify.Office.Spreadsheets;

namespace Rectify.Functions.Tests.Spreadsheets;

public class SpreadsheetTableTests
{
    [Fact]
    public void A_row_is_named_by_the_line_on_which_it_starts()
    {
        var table = Read("\"a\r\nb\",c\r\n1,2\r\n\r\n\"3\r\n\r\n4\",\"5,\"\"6\"\"\"\r\n7,8");

        Assert.Equal(["a\r\nb", "c"], table.Header);
        Assert.Equal([3, 5, 8], table.Rows.Select(row => row.Line));
        Assert.Equal(["3\r\n\r\n4", "5,\"6\""], table.Rows[1].Cells);
    }

    [Fact]
    public void Blank_rows_are_left_out() => Assert.Equal([3], Read("a,b\n,\n1,2\n\n").Rows.Select(row => row.Line));

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("a,b\n1,2\n3\n", "line 3")]
    [InlineData("a,b\n1,2\n3,4,5\n", "line 3")]
    [InlineData("a,b\n1,2\n3,x\"y\n", "line 3")]
    public void What_is_no_table_is_refused_with_its_line(string text, string place)
    {
        Assert.False(Table(text).Try(out _, out var problem));
        Assert.Equal([place], problem!.Errors!.Keys);
    }

    [Fact]
    public void An_enormous_header_is_refused_in_a_few_words()
    {
        foreach (var header in (string[])[new string('列', 400_000 / 3), new string(',', 400_000), $"a,{new string('b', 201)}"])
        {
            Assert.False(Table($"{header}\n").Try(out _, out var problem));
            Assert.InRange(problem!.Detail.ToString().Length, 1, 500);
        }

        // boundary
        Assert.Equal(200, Read($"a,{new string('b', 200)}\n1,2").Header[1].Length);
        Assert.Equal(100, Read($"{string.Join(',', Enumerable.Range(0, 100))}\n").Header.Count);
        Assert.False(Table($"{string.Join(',', Enumerable.Range(0, 101))}\n").Try(out _, out _));
    }

    // The header has a text in each column, so that no row is left out as blank; the first cell of a row likewise.
    [Fact]
    public void A_table_that_was_written_is_read_back_cell_by_cell() =>
        Gen.Select(Cell, Cell).List[0, 8].Sample(rows =>
        {
            var written = CsvText.Of(["k", "a", "b"], rows.Select(row => (IReadOnlyList<string?>)["x", row.Item1, row.Item2]));
            var read = Read(written).Rows;
            return read.Select(row => (row.Cells[1], row.Cells[2])).SequenceEqual(rows);
        });

    private static Gen<string> Cell => Gen.String[Gen.Char["='\",\n\r 甲x"], 0, 5];

    private static HeadedTable Read(string text)
    {
        Assert.True(Table(text).Try(out var table, out var problem), problem?.Detail.ToString());
        return table!;
    }

    // No column is known, so that the first row is the header.
    private static Outcome<HeadedTable> Table(string text) =>
        TextTable.Read(text).Try(out var table, out var problem) ? table.HeadedBy(_ => false) : problem;
}
