using System.Reflection;
using System.Text.RegularExpressions;
using Rectify.Functions.Tests.Infrastructure;

namespace Rectify.Functions.Tests;

/// <summary>docs/glossary.md: every term has its Chinese and its English word, a meaning, and types that exist.</summary>
public partial class GlossaryTests
{
    private static readonly List<string[]> Rows =
    [
        .. Repository.Text("docs/glossary.md").Split('\n').Where(line => line.StartsWith('|')).Skip(2)
            .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    [Fact]
    public void Every_term_is_complete_and_stands_once()
    {
        Assert.NotEmpty(Rows);
        Assert.All(Rows, row => Assert.True(row.Length == 4 && row.All(cell => cell.Length > 0), string.Join(" | ", row)));
        Assert.All(Rows, row => Assert.Matches("[\u4e00-\u9fff]", row[0]));
        Assert.Equal(Rows.Count, Rows.Select(row => row[0]).Distinct().Count());
        Assert.Equal(Rows.Count, Rows.Select(row => row[1]).Distinct().Count());
    }

    [Fact]
    public void The_types_that_carry_the_terms_exist()
    {
        var named = Rows.SelectMany(row => Quoted.Matches(row[3])).Select(match => match.Groups[1].Value).ToList();

        Assert.True(named.Count >= Rows.Count);
        Assert.All(named, name => Assert.True(Exists(name), $"There is no {name}."));
        // A check that cannot fail checks nothing.
        Assert.False(Exists("Listing.Nothing") || Exists("Consequences"));
    }

    private static bool Exists(string name)
    {
        var (type, member) = name.Split('.') is [var first, var second] ? (first, second) : (name, null);
        const BindingFlags everyMember = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;
        return Product.Types.Any(found => found.Name == type && (member is null || found.GetMember(member, everyMember).Length > 0));
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted { get; }
}
