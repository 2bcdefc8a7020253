using Rectify.Storage.Tables.Service;

namespace Rectify.Functions.Tests.Ledger.Tables;

public class TableKeyTests
{
    [Theory]
    [InlineData("yj-oubei", "yj-oubei")]
    [InlineData("A.b_9", "A.b_9")]
    [InlineData("永平安督", "~6c38~5e73~5b89~7763")]
    [InlineData("officer:张|listings|a/b\\c#d?e%f", "officer~003a~5f20~007clistings~007ca~002fb~005cc~0023d~003fe~0025f")]
    [InlineData("~", "~007e")]
    [InlineData("🚧", "~d83d~dea7")]
    [InlineData("", "~")]
    public void A_text_has_one_key_and_the_key_gives_the_text_back(string text, string key)
    {
        Assert.Equal(key, TableKey.Of(text));
        Assert.Equal(text, TableKey.Text(key));
    }

    [Fact]
    public void Every_character_that_a_key_may_not_hold_comes_back()
    {
        var all = Enumerable.Range(0, 0x3000).Select(c => ((char)c).ToString()).ToList();
        Assert.All(all, text => Assert.Equal(text, TableKey.Text(TableKey.Of(text))));
        Assert.All(all,
            text =>
                Assert.DoesNotContain(TableKey.Of(text), c => c is '/' or '\\' or '#' or '?' or '%' or ':' or ';' || char.IsControl(c)));
        Assert.Equal(all.Count, all.Select(TableKey.Of).Distinct().Count());
    }

    // boundary: 400 characters of a key
    [Theory]
    [InlineData(400, 'a', true)]
    [InlineData(401, 'a', false)]
    [InlineData(80, '永', true)]
    [InlineData(81, '永', false)]
    public void A_text_that_a_key_has_no_room_for_is_known_by_its_digest(int length, char c, bool readable)
    {
        var (text, other) = (new string(c, length), new string(c, length - 1) + "x");
        Assert.InRange(TableKey.Of(text).Length, 1, 400);
        Assert.NotEqual(TableKey.Of(text), TableKey.Of(other));
        Assert.Equal(readable ? text : null, TableKey.Text(TableKey.Of(text)));
    }

    [Theory]
    [InlineData("~12")]
    [InlineData("a~xyz1")]
    public void What_is_no_key_of_this_program_is_refused(string key) => Assert.Throws<FormatException>(() => TableKey.Text(key));

    [Fact]
    public void Numbers_sort_as_numbers_do_and_the_other_way_round()
    {
        long[] numbers = [0, 1, 9, 10, 99, 100, 999_999_999, long.MaxValue];
        Assert.Equal(numbers, numbers.OrderBy(TableKey.Of, StringComparer.Ordinal));
        int[] places = [int.MaxValue, 999_999_999, 100, 99, 10, 9, 1, 0];
        Assert.Equal(places, places.OrderBy(TableKey.Descending, StringComparer.Ordinal));
    }
}
