using Rectify.Office.Accounts;

namespace Rectify.Functions.Tests.Accounts;

/// <summary>What every kind of store of accounts does.</summary>
public abstract class AccountStoreContract
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 3, 30, 1, 0, 0, TimeSpan.Zero).AddTicks(1234567);

    protected abstract IAccountStore Store { get; }

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A second store over the same data, opened as another process opens it.</summary>
    protected abstract IAccountStore OpenAgain();

    [Fact]
    public async Task Nothing_is_there_at_first()
    {
        Assert.Equal(0, await Store.RevisionAsync(Cancellation));
        Assert.Empty(await Store.EntriesAsync(Cancellation));
    }

    [Fact]
    public async Task Every_entry_reads_back_in_every_process_as_it_was_made_and_its_chain_is_whole()
    {
        var entries = Sample.Entries(
            new AccountAct.Issue("王伟 🚧", Office.Access.Role.Officer, "Wang@county.example", ValidUntil: new(2027, 3, 30)),
            new AccountAct.Renew(), new AccountAct.HandOver("李", "li@county.example"), new AccountAct.Revoke("离任\n已交接"));
        foreach (var entry in entries) Assert.True(await Store.TryAddAsync(entry, Cancellation));

        var read = await OpenAgain().EntriesAsync(Cancellation);
        Assert.Equal(entries, read);
        Assert.Null(AccountEntry.FirstBreak(read));
        Assert.Equal(4, await OpenAgain().RevisionAsync(Cancellation));
    }

    [Fact]
    public async Task Of_many_processes_that_add_at_once_each_revision_is_taken_by_one()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => OpenAgain().TryAddAsync(
            AccountEntry.After(null, $"a-{number}", new AccountAct.Renew(), "officer:张", At), Cancellation)));

        Assert.Single(added, one => one);
        var only = Assert.Single(await Store.EntriesAsync(Cancellation));
        Assert.False(await Store.TryAddAsync(only, Cancellation));
    }

    /// <summary>Entries about one account.</summary>
    protected static class Sample
    {
        public static IReadOnlyList<AccountEntry> Entries(params AccountAct[] acts)
        {
            List<AccountEntry> entries = [];
            foreach (var act in acts) entries.Add(AccountEntry.After(entries.LastOrDefault(), "a-1", act, "officer:张", At));
            return entries;
        }
    }
}
