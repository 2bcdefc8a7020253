using Rectify.Domain;
using Rectify.Office.Access;
using Rectify.Office.Accounts;

namespace Rectify.Functions.Tests.Accounts;

/// <summary>What an account is after its entries, and what their chain shows.</summary>
public sealed class AccountTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 30, 1, 0, 0, TimeSpan.Zero);

    private static readonly DateOnly Last = new(2026, 6, 30);

    private static readonly AccountAct.Issue Issued = new("张三", Role.Officer, "zhang@county.example", ValidUntil: Last);

    [Theory]
    // boundary
    [InlineData(0, AccountStatus.Valid)]
    [InlineData(1, AccountStatus.Expired)]
    public void The_last_day_counts_and_the_day_after_it_does_not(int daysAfter, AccountStatus expected) =>
        Assert.Equal(expected, Of(Issued).StatusOn(Last.AddDays(daysAfter)));

    [Fact]
    public void A_revoked_account_stays_revoked_whatever_else_is_recorded()
    {
        var account = Of(Issued, new AccountAct.Revoke("离任"), new AccountAct.Renew(Last.AddYears(1)));

        Assert.Equal(AccountStatus.Revoked, account.StatusOn(Last));
    }

    [Fact]
    public void What_a_newer_version_has_recorded_lets_nobody_in()
    {
        var entries = Entries(Issued);
        var unknown = new AccountEntry(2, "a-1", """{"kind":"narrow","to":"cases"}""", "officer:张", At, entries[^1].Hash, "");

        Assert.Equal(AccountStatus.Revoked, new OfficeAccounts([.. entries, unknown]).Find("a-1")!.StatusOn(Last));
    }

    [Fact]
    public void A_hand_over_names_another_holder_under_the_same_id()
    {
        var (before, after) = (Of(Issued), Of(Issued, new AccountAct.HandOver("李四", "li@county.example")));

        Assert.Equal(("officer:a-1 张三", "officer:a-1 李四"), (before.Caller.Actor, after.Caller.Actor));
        Assert.True(after.Caller.IsActor(before.Caller.Actor));
        Assert.False(after.Caller.IsActor("officer:a-10 张三"));
        Assert.NotEqual(before.Since, after.Since);
    }

    [Fact]
    public void A_changed_swapped_or_missing_entry_breaks_the_chain()
    {
        var entries = Entries(Issued, new AccountAct.Renew(), new AccountAct.Revoke("离任"));
        Assert.Null(AccountEntry.FirstBreak(entries));

        Assert.Equal(2, AccountEntry.FirstBreak([entries[0], entries[1] with { Actor = "officer:李" }, entries[2]]));
        Assert.Equal(1, AccountEntry.FirstBreak([entries[1], entries[0], entries[2]]));
        Assert.Equal(2, AccountEntry.FirstBreak([entries[0], entries[2]]));
    }

    [Fact]
    public void A_principal_is_found_by_its_object_and_by_its_address_only_where_no_object_is_named()
    {
        const string Object = "11111111-2222-3333-4444-555555555555";
        var accounts = new OfficeAccounts(Entries(Issued with { ObjectId = Object }));

        Assert.NotNull(accounts.FindByPrincipal(Object.ToUpperInvariant(), []));
        Assert.Null(accounts.FindByPrincipal(null, ["zhang@county.example"]));
        Assert.NotNull(new OfficeAccounts(Entries(Issued)).FindByPrincipal(Object, ["Zhang@County.example"]));
    }

    [Fact]
    public void Every_act_reads_back()
    {
        AccountAct[] acts =
        [
            Issued, new AccountAct.Renew(Last), new AccountAct.HandOver("李", "li@county.example"), new AccountAct.Revoke("离任"),
            new AccountAct.IssueKey("k", Digest.Of("key")), new AccountAct.RevokeKey("k"),
        ];
        Assert.Equal(acts, Entries(acts).Select(entry => entry.Act));
        Assert.Equal(typeof(AccountAct).GetNestedTypes().Length, acts.Length);
    }

    private static Account Of(params AccountAct[] acts) => new OfficeAccounts(Entries(acts)).Find("a-1")!;

    private static IReadOnlyList<AccountEntry> Entries(params AccountAct[] acts)
    {
        List<AccountEntry> entries = [];
        foreach (var act in acts) entries.Add(AccountEntry.After(entries.LastOrDefault(), "a-1", act, "officer:officer", At));
        return entries;
    }
}
