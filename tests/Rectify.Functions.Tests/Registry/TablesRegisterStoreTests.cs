using Azure.Data.Tables;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Domain.YearlyCycle;
using Rectify.Functions.Tests.Ledger.Tables;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Office.Register;
using Rectify.Storage.Tables.Service;
using Rectify.Storage.Tables.YearlyCycle;

namespace Rectify.Functions.Tests.Registry;

public sealed class TablesRegisterStoreTests : RegistryContract
{
    private readonly TablesStorage storage = new();

    protected override ILedger Ledger => storage.Ledger;

    protected override IOutbox Outbox => storage.Outbox;

    protected override IRegisterStore Registry => storage.Registry;

    protected override ILedger OpenAgain() => storage.OpenAgain();

    // The row as the earlier program wrote it, and the post that it kept in the yearly book when the register knew the present one only.
    [Fact]
    public async Task A_row_of_an_earlier_program_is_read_with_the_posts_that_were_left()
    {
        var id = new OfficialId("o-1");
        await storage.Store.Register.AddEntityAsync(
            new TableEntity("officials", TableKey.Of(id.Value))
            {
                ["Id"] = id.Value,
                ["Name"] = "王主任",
                ["Email"] = "wang@oubei.example",
                ["UnitId"] = "yj-oubei",
                ["Post"] = "书记",
                ["Role"] = "principal",
                ["FirstDay"] = "2024-01-01",
                ["Language"] = "en",
                ["Responsibility"] = "first",
            },
            Cancellation);
        var left = new YearlyContent.Post(
            new UnitId("yj-qiaotou"), "镇长", LeaderRole.InCharge, null, new DateOnly(2021, 5, 1), new DateOnly(2024, 1, 10));
        var entry = new YearlyEntry(
            YearlyRecordKind.Posts, new Subject.Official(id), 1, "yj-qiaotou", left, null, "officer:officer", DateTimeOffset.UnixEpoch);
        await new TablesYearlyRecordStore(storage.Store).TryAddAsync(entry, Cancellation);
        OfficialPost[] posts =
        [
            new(new("yj-qiaotou"), "镇长", LeaderRole.InCharge, new(2021, 5, 1), new(2023, 12, 31)),
            new(new("yj-oubei"), "书记", LeaderRole.Principal, new(2024, 1, 1), null, Responsibility.First),
        ];
        var whole = new Official(id, "王主任", "wang@oubei.example", MailLanguage.English, PostHistory.Of(posts, posts[1]));

        Assert.Equal(whole, await Registry.FindOfficialAsync(id, Cancellation));
        Assert.Equal([whole], await Registry.OfficialsOfAsync(new UnitId("yj-qiaotou"), Cancellation));
        Assert.Equal([whole], await Registry.OfficialsOfAsync(new UnitId("yj-oubei"), Cancellation));
        Assert.Equal([whole], await Registry.AllOfficialsAsync(Cancellation));
        Assert.True(await Registry.ReplaceOfficialAsync(whole, whole with { Posts = PostHistory.Of(posts[1]) }, Cancellation));
        Assert.Empty(await Registry.OfficialsOfAsync(new UnitId("yj-qiaotou"), Cancellation));
    }
}
