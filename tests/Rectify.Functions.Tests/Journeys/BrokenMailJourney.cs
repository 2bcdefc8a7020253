using Microsoft.Data.Sqlite;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Functions.Tests.Journeys;

/// <summary>Data that an earlier version took and that this one would refuse.</summary>
public class BrokenMailJourney
{
    [Fact]
    public async Task The_office_is_told_although_number_name_and_every_address_of_the_unit_are_broken()
    {
        await using var app = await App.StartAsync("2026-03-30 09:00", "--Office:Email", "office@county.example");
        await app.StopForAsync(
            () => Sql(app, """
                UPDATE units SET name = '瓯北' || char(10) || '街道', liaison_name = '陈' || char(8203) || '联络',
                    liaison_email = 'liaison' || char(8203) || '@oubei.example',
                    supervisor_email = 'office' || char(10) || '@yongjia.example'
                """),
            "2026-03-30 10:00");

        await app.ListAsync("2026-03-30", new { months = 6 });
        await app.SettleAsync();

        var sent = await app.ItemsAsync("/api/notices?status=sent");
        var told = sent.Where(mail => mail.GetProperty("template").GetString() == "undeliverable").ToList();
        Assert.Equal(2, told.Count);
        Assert.All(told, mail => Assert.Equal("office@county.example", mail.GetProperty("recipient").GetProperty("address").GetString()));
        Assert.All(told, mail => Assert.DoesNotContain('\n', mail.GetProperty("subject").GetString()!));
        Assert.Equal(2, app.Mails()["undeliverable"]);
        Assert.Equal(2, (await app.ItemsAsync("/api/notices?status=failed")).Count);
    }

    private static void Sql(App app, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(app.Folder, "ledger.db")};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }
}
