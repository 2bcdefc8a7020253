using System.Globalization;
using System.Runtime.CompilerServices;
using Rectify.Domain.Identity;
using Rectify.Office.Matching;
using Rectify.Office.Register;

namespace Rectify.Functions.Tests.Matching;

public sealed class RowMatcherTests
{
    private static IEnumerable<(string Row, string Expected)> Cases =>
        from line in ReadCases()
        where line.Length > 0 && line[0] != '#'
        let parts = line.Split(" => ")
        select (parts[0], parts[1]);

    [Fact]
    public void More_than_two_hundred_rows_mean_whom_a_person_takes_them_for()
    {
        var cases = Cases.ToList();
        Assert.True(cases.Count >= 200, $"{cases.Count} cases");
        Assert.Empty(
            from one in cases
            let told = string.Join(" | ", SampleRegister.Match(one.Row).Select(SampleRegister.Told))
            where told != one.Expected
            select $"{one.Row} => {told} instead of {one.Expected}");
    }

    [Fact]
    public void The_same_rows_pasted_as_one_list_are_matched_the_same_except_that_the_numbering_is_seen()
    {
        // Rows of one form, so that the columns of the list are the same in each.
        var cases = Cases.Where(one => one.Row.Split(',') is [var name, var unit] && !name.Contains(':', StringComparison.Ordinal)
            && !unit.Contains(':', StringComparison.Ordinal)
            && unit.Length > 3 && !name.Contains("街道", StringComparison.Ordinal)).ToList();
        var list = "姓名\t单位及职务\n" + string.Join('\n', cases.Select(one => one.Row.Replace(',', '\t')));

        Assert.True(cases.Count > 50, $"{cases.Count} cases");
        Assert.Empty(
            from pair in cases.Zip(SampleRegister.Match(list))
            let told = SampleRegister.Told(pair.Second)
            where told != pair.First.Expected
            select $"{pair.First.Row} => {told} instead of {pair.First.Expected}");
    }

    [Fact]
    public void Nobody_is_matched_with_another_person_however_many_bear_the_name()
    {
        const int Seed = 20260330;
        var random = new Random(Seed);
        string[] names = ["王伟", "王伟（大）", "張偉", "张伟", "李娜", "李 娜", "刘洋", "劉洋", "陈静"];
        Unit[] units = [.. Enumerable.Range(0, 40).Select(i => SampleRegister.Unit($"u{i}", $"{"甲乙丙丁"[i % 4]}县第{i / 4}街道", null))];
        var all = Enumerable.Range(0, 400).Select(i => SampleRegister.Person(
            $"p{i}", names[random.Next(names.Length)],
            SampleRegister.Post($"u{random.Next(40)}", "科员", "2020-01-01", random.Next(3) == 0 ? "2023-12-31" : null),
            SampleRegister.Post($"u{random.Next(40)}", "科长", "2024-01-01"))).ToList();
        // Half of those who are asked about are not in the register.
        var index = new RegisterIndex(units, all[..200], new JoinedPersons([]), SampleRegister.Today);
        var matched = 0;
        foreach (var person in all)
        {
            var unit = units.Single(one => one.UnitId == person.MainPost.UnitId).Name;
            var row = new AskedRow(1, "", person.Name, unit, null, null);
            if (Assert.Single(new RowMatcher(index).Match([row])).Match is not RowMatch.Matched(var found)) continue;

            // Who is matched bears the name and holds or held a post in the unit, and nobody else in the register does.
            matched++;
            var fitting = all[..200].Where(one => NameKey.Loose(NameKey.Of(one.Name)) == NameKey.Loose(NameKey.Of(person.Name))
                && one.Posts.Any(post => post.UnitId == person.MainPost.UnitId)).ToList();
            Assert.True(
                Assert.Single(fitting).OfficialId.Value == found.Subject.IdText,
                string.Create(CultureInfo.InvariantCulture, $"seed {Seed}: {person.OfficialId} was taken for {found.Subject}"));
        }

        Assert.True(matched > 20, $"{matched} were matched");
    }

    [Fact]
    public void A_candidate_shows_the_post_by_which_the_row_knows_the_person_and_says_why()
    {
        var rows = SampleRegister.Match("赵小明,永嘉县桥头镇\n王伟,桥头镇\n張三\n张三,永嘉县公安局");

        var former = Assert.IsType<RowMatch.Matched>(rows[0].Match).Candidate;
        Assert.Equal(("永嘉县桥头镇", "镇长", new DateOnly(2018, 1, 1)), (former.Unit, former.Post, former.Since!.Value));
        Assert.Equal([Sign.Name, Sign.UnitAtOtherTime], former.Why);
        var best = Assert.IsType<RowMatch.ToChoose>(rows[1].Match).Candidates[0];
        Assert.Equal(("official:o-4", 75), (best.Subject.ToString(), best.Score));
        Assert.Equal([Sign.Name, Sign.EndOfUnit], best.Why);
        Assert.Equal([Sign.NameInOtherScript], Assert.Single(rows[2].Match.Shown).Why);
        Assert.Equal([Sign.Name, Sign.OtherUnit], Assert.Single(rows[3].Match.Shown).Why);
    }

    [Fact]
    public void Who_stands_twice_in_the_list_is_asked_about_once()
    {
        var rows = SampleRegister.Match("张三\n李四\n张三,瓯北街道\n王伟\n王 伟\n王伟,永嘉县瓯北街道\n王小二\n王小二\nofficial:o-15\n孙悦");

        Assert.Equal([null, null, 1, null, 4, null, null, 7, null, 9], rows.Select(row => row.SameAs));
        Assert.Equal(["= o-15", "= o-15"], rows.Skip(8).Select(SampleRegister.Told));
    }

    [Fact]
    public void At_most_twenty_candidates_are_shown_and_all_are_counted()
    {
        var many = Enumerable.Range(0, 25).Select(
            i => SampleRegister.Person($"m{i:00}", "王伟", SampleRegister.Post($"u{i}", "科员", "2020-01-01"))).ToList();
        var index = new RegisterIndex([], many, new JoinedPersons([]), SampleRegister.Today);

        var match = Assert.IsType<RowMatch.ToChoose>(Assert.Single(new RowMatcher(index).Match(PastedRows.Read("王伟", index))).Match);

        Assert.Equal((20, 25), (match.Candidates.Count, match.All));
    }

    [Fact]
    public void A_subject_that_only_the_ledger_knows_is_matched_by_its_id()
    {
        var gone = new Subject.Official(new OfficialId("o-77"));
        var index = SampleRegister.Index.With(new Dictionary<Subject, string> { [gone] = "钱七" });

        Assert.Equal(
            ["= o-77", "= o-77", "? o-1 o-77", "-"],
            new RowMatcher(index).Match(PastedRows.Read("official:o-77\nofficial:o-77,钱七\nofficial:o-77,张三\n钱七", index))
                .Select(SampleRegister.Told));
    }

    [Fact]
    public void Every_sign_weighs_something_and_those_against_a_candidate_weigh_less_than_nothing()
    {
        Assert.All(Enum.GetValues<Sign>(), sign => Assert.NotEqual(0, SignWeights.Points(sign)));
        Assert.All([Sign.OtherUnit, Sign.OtherPost, Sign.OtherName, Sign.UnknownId], sign =>
        {
            Assert.True(SignWeights.Points(sign) < 0);
            Assert.True(sign.NeedsChoice());
        });
    }

    private static string[] ReadCases([CallerFilePath] string here = "") =>
        File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "cases.txt"));
}
