using Rectify.Office.Access;

namespace Rectify.Functions.Tests.Access;

/// <summary>What every kind of access store does.</summary>
public abstract class AccessStoreContract
{
    private static readonly DateTimeOffset Now = new DateTimeOffset(2026, 3, 30, 1, 0, 0, TimeSpan.Zero).AddTicks(1234567);

    private protected abstract IAccessStore Store { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A second store over the same data, opened as another process opens it.</summary>
    private protected abstract IAccessStore OpenAgain();

    [Fact]
    public async Task A_row_reads_back_in_every_process_and_kinds_do_not_mix()
    {
        var session = new AccessRow(AccessRowKind.Session, "a/b#c?'", "指纹", Now);
        var key = new AccessRow(AccessRowKind.ProtectionKey, "a/b#c?'", "<key id=\"1\" />", null);
        Assert.Equal(session, await Store.AddAsync(session, Cancellation));
        Assert.Equal(key, await Store.AddAsync(key, Cancellation));

        var other = OpenAgain();
        Assert.Equal(session, await other.FindAsync(AccessRowKind.Session, session.Key, Cancellation));
        Assert.Equal([key], await other.ListAsync(AccessRowKind.ProtectionKey, Cancellation));
        Assert.Empty(await other.ListAsync(AccessRowKind.Feed, Cancellation));
        Assert.Null(await other.FindAsync(AccessRowKind.Session, "none", Cancellation));
    }

    [Fact]
    public async Task Of_two_that_add_one_key_both_get_the_first_row()
    {
        var rows = await Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
            (n % 2 == 0 ? Store : OpenAgain()).AddAsync(new AccessRow(AccessRowKind.Feed, "one", $"value {n}", null), Cancellation)));

        Assert.Single(rows.Distinct());
        Assert.Equal(rows[0], await Store.FindAsync(AccessRowKind.Feed, "one", Cancellation));
    }

    [Fact]
    public async Task What_is_removed_or_over_is_gone_for_everybody_and_the_rest_stays()
    {
        var before = new AccessRow(AccessRowKind.Session, "before", "1", Now.AddTicks(-1));
        var at = new AccessRow(AccessRowKind.Session, "at", "2", Now);
        var never = new AccessRow(AccessRowKind.Session, "never", "3", null);
        var removed = new AccessRow(AccessRowKind.Session, "removed", "4", Now.AddDays(1));
        foreach (var row in (AccessRow[])[before, at, never, removed]) await Store.AddAsync(row, Cancellation);

        await OpenAgain().RemoveEndedAsync(AccessRowKind.Session, Now, Cancellation);
        await OpenAgain().RemoveAsync(AccessRowKind.Session, "removed", Cancellation);
        await Store.RemoveAsync(AccessRowKind.Session, "removed", Cancellation);

        Assert.Equal([at, never], await Store.ListAsync(AccessRowKind.Session, Cancellation));
    }

    [Fact]
    public async Task A_row_is_replaced_only_as_it_was_seen_and_a_removed_one_does_not_come_back()
    {
        var seen = new AccessRow(AccessRowKind.SignInLink, "a/b", "1", Now);
        var next = seen with { Value = "2", EndsAt = Now.AddDays(1) };
        Assert.False(await Store.TryReplaceAsync(seen, next, Cancellation));
        await Store.AddAsync(seen, Cancellation);

        Assert.True(await OpenAgain().TryReplaceAsync(seen, next, Cancellation));
        Assert.False(await Store.TryReplaceAsync(seen, seen with { Value = "3" }, Cancellation));
        Assert.Equal(next, await Store.FindAsync(AccessRowKind.SignInLink, "a/b", Cancellation));

        await OpenAgain().RemoveAsync(AccessRowKind.SignInLink, "a/b", Cancellation);
        Assert.False(await Store.TryReplaceAsync(next, seen, Cancellation));
        Assert.Null(await Store.FindAsync(AccessRowKind.SignInLink, "a/b", Cancellation));
    }

    [Fact]
    public async Task Of_many_that_replace_a_row_at_once_one_succeeds()
    {
        var seen = new AccessRow(AccessRowKind.SignInLink, "once", "open", Now);
        await Store.AddAsync(seen, Cancellation);

        var replaced = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => OpenAgain().TryReplaceAsync(seen, seen with { Value = "used" }, Cancellation)));

        Assert.Single(replaced, one => one);
    }
}
