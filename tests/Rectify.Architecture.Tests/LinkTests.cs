namespace Rectify.Architecture.Tests;

/// <summary>What the documentation links is there.</summary>
public sealed class LinkTests
{
    public static TheoryData<string> Pages =>
    [
        "README.md", "README.zh-CN.md", "bench/README.md",
        .. Layers.Sources("docs", "*.md").Select(file => Path.GetRelativePath(Layers.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(Pages))]
    public void Every_link_of_a_page_leads_to_a_file_and_a_heading_that_exist(string file)
    {
        var page = MarkdownPage.Read(file);
        var dead = page.Links.Where(link => !Exists(page, link)).ToList();
        Assert.True(dead.Count == 0, $"{file} leads to what is not there: {string.Join(", ", dead)}");
    }

    // A check that cannot fail checks nothing.
    [Fact]
    public void A_link_to_nowhere_is_noticed()
    {
        var page = MarkdownPage.Read("docs/operate.md");
        Assert.False(Exists(page, "settings.txt"));
        Assert.False(Exists(page, "#no-such-heading"));
        Assert.False(Exists(page, "settings.md#no-such-heading"));
        Assert.True(Exists(page, "settings.md#mail"));
        Assert.True(Exists(page, "../functions"));
    }

    private static bool Exists(MarkdownPage page, string link)
    {
        var path = page.Resolve(link);
        if (link.Split('#') is not [_, var anchor]) return Path.Exists(path);

        return File.Exists(path) && MarkdownPage.Read(Path.GetRelativePath(Layers.Root, path)).Anchors.Contains(anchor);
    }
}
