using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Register;

namespace Rectify.Functions.Tests.Registry;

/// <summary>What a post does that is entered without the others.</summary>
public sealed class PostHistoryTests
{
    private static readonly OfficialPost A = Post("a", "2024-01-01");
    private static readonly OfficialPost Deputy = Post("b", "2025-06-01", role: LeaderRole.InCharge);

    [Fact]
    public void A_transfer_ends_the_main_post_the_day_before_and_leaves_the_others()
    {
        var after = PostHistory.Of([A, Deputy], A).With(Post("c", "2026-03-15"));

        Assert.Equal("a 2024-01-01..2026-03-14, b 2025-06-01.., c 2026-03-15..*", Text(after));
    }

    [Fact]
    public void A_post_that_had_ended_before_a_transfer_keeps_its_end() =>
        Assert.Equal(
            "a 2024-01-01..2025-12-31, c 2026-03-15..*",
            Text(PostHistory.Of(A with { To = new(2025, 12, 31) }).With(Post("c", "2026-03-15"))));

    [Fact]
    public void The_same_first_day_corrects_the_main_post() =>
        Assert.Equal("c 2024-01-01..*, b 2025-06-01..", Text(PostHistory.Of([A, Deputy], A).With(Post("c", "2024-01-01"))));

    [Fact]
    public void An_earlier_first_day_moves_the_transfer_and_the_end_of_the_post_before_it()
    {
        var transferred = PostHistory.Of(A).With(Post("c", "2026-03-15"));

        Assert.Equal("a 2024-01-01..2026-03-09, c 2026-03-10..*", Text(transferred.With(Post("c", "2026-03-10"))));
    }

    [Fact]
    public void A_transfer_learned_late_ends_the_main_post_of_its_day_and_takes_those_after_it_away()
    {
        var planned = PostHistory.Of([A, Deputy], A).With(Post("c", "2026-06-01")).With(Post("d", "2026-08-01"));

        Assert.Equal("a 2024-01-01..2026-05-14, b 2025-06-01.., e 2026-05-15..*", Text(planned.With(Post("e", "2026-05-15"))));
        Assert.Equal(
            "a 2024-01-01..2026-05-31, b 2025-06-01.., c 2026-06-01..2026-07-14, e 2026-07-15..*",
            Text(planned.With(Post("e", "2026-07-15"))));
    }

    [Fact]
    public void A_transfer_that_never_was_is_undone_by_the_post_before_it() =>
        Assert.Equal("a 2024-01-01..*", Text(PostHistory.Of(A).With(Post("c", "2026-03-15")).With(A)));

    [Fact]
    public void What_stands_already_changes_nothing_also_when_it_is_not_the_main_post()
    {
        var both = PostHistory.Of([A, Deputy], A);

        Assert.Equal(both, both.With(A));
        Assert.Equal(both, both.With(Deputy));
    }

    [Fact]
    public void Who_comes_back_holds_the_same_post_twice()
    {
        var back = PostHistory.Of(A).With(Post("c", "2025-01-01")).With(Post("a", "2026-01-01"));

        Assert.Equal("a 2024-01-01..2024-12-31, c 2025-01-01..2025-12-31, a 2026-01-01..*", Text(back));
    }

    [Fact]
    public void Without_a_mark_the_first_post_without_an_end_is_the_main_one()
    {
        Assert.Equal("b", PostHistory.Of(A with { To = new(2024, 12, 31) }, Deputy).Main.UnitId.Value);
        Assert.Equal("b", PostHistory.Of(Deputy, A).Main.UnitId.Value);
        Assert.Equal("a", PostHistory.Of(Deputy with { To = new(2025, 7, 1) }, A with { To = new(2026, 1, 1) }).Main.UnitId.Value);
    }

    private static OfficialPost Post(string unit, string from, string? to = null, LeaderRole role = LeaderRole.Principal) =>
        new(new UnitId(unit), "职务", role, DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to));

    private static string Text(PostHistory posts) =>
        string.Join(", ",
            posts.Select(post => $"{post.UnitId} {post.From:yyyy-MM-dd}..{post.To:yyyy-MM-dd}{(post == posts.Main ? "*" : "")}"));
}
