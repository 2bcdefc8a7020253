using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Rectify.Functions.Tests.Journeys;
using Rectify.Office.Delivery;
using Rectify.Office.Outbox;

namespace Rectify.Functions.Tests.YearlyCycle;

/// <summary>Reminders of what is owed for a year: they come by themselves, once, to whom it concerns, and never when it is done.</summary>
public class YearlyReminderJourney
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Settings that choose where register, books and outbox lie.</summary>
    protected virtual string[] Storage => [];

    [Fact]
    public async Task Who_owes_a_letter_is_reminded_until_it_is_signed_and_the_office_when_it_is_overdue()
    {
        await using var app = await App.StartAsync("2026-03-15 09:30", Storage);
        await AppointAsync(app, "o-1", "first");
        await AppointAsync(app, "o-2", "other");
        await app.PutAsync("/api/units/yj-silent",
            new { name = "无人登记的单位", kind = "unit", level = "county", liaison = new { name = "李", email = "li@silent.example" } });

        // Sunday the 15th is no day for it; fifteen days before the last day is one. The assessment of 2025 is due on the same day.
        Assert.Empty(await MailsAsync(app));
        await MorningAsync(app, "2026-03-16");
        Assert.Equal(
            ["liaison@oubei.example duty-due 【年度责任】瓯北街道2026年度目标责任书还有15天到期（2026年3月31日）",
                "o-1@oubei.example duty-due 【年度责任】瓯北街道2026年度目标责任书还有15天到期（2026年3月31日）",
                "office@yongjia.example duty-due 【年度责任】瓯北街道2025年度考核结果还有15天到期（2026年3月31日）"],
            await MailsAsync(app));

        // A day between, and the same day again: nothing.
        await app.AdvanceAsync("2026-03-16 17:00");
        await MorningAsync(app, "2026-03-17");
        Assert.Equal(3, (await MailsAsync(app)).Count);

        await app.PutAsync("/api/assessments/yj-oubei/2025", new { result = "passed", decidedOn = "2026-03-17" });
        // Seven days before, one day before, and on the day, by themselves on the way.
        await MorningAsync(app, "2026-03-31");
        Assert.Equal(
            from day in new[] { "还有7天", "还有1天", "今天" }
            from address in new[] { "liaison@oubei.example", "o-1@oubei.example" }
            select $"{address} duty-due 【年度责任】瓯北街道2026年度目标责任书{day}到期（2026年3月31日）",
            (await MailsAsync(app)).Skip(3));
        await MorningAsync(app, "2026-04-01");
        var overdue = (await MailsAsync(app)).Where(mail => mail.Contains("duty-overdue", StringComparison.Ordinal)).ToList();
        Assert.Equal(["liaison@oubei.example", "o-1@oubei.example", "office@yongjia.example"], overdue.Select(mail => mail.Split(' ')[0]));
        Assert.All(overdue, mail => Assert.Contains("已逾期1天", mail));

        await app.PutAsync("/api/responsibility-letters/yj-oubei/2026",
            new { signedOn = "2026-04-01", signedBy = "王", signedWith = "办" });
        await MorningAsync(app, "2026-04-07");
        Assert.Equal(12, (await MailsAsync(app)).Count);
        Assert.DoesNotContain(await MailsAsync(app), mail => mail.Contains("silent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_letter_is_asked_of_the_head_on_the_day_also_when_the_next_one_is_known_already()
    {
        await using var app = await App.StartAsync("2026-03-15 09:30", Storage);
        await AppointAsync(app, "o-1", "first");
        await app.PutAsync("/api/assessments/yj-oubei/2025", new { result = "passed", decidedOn = "2026-03-01" });
        await app.PutAsync(
            "/api/units/yj-other",
            new { name = "他处", kind = "unit", level = "county", liaison = new { name = "李", email = "li@other.example" } });
        await app.PutAsync(
            "/api/officials/o-1",
            new { name = "干部o-1", email = "o-1@oubei.example", unitId = "yj-other", post = "职务", role = "other", from = "2026-03-20" });
        await app.PutAsync("/api/officials/o-9", new
        {
            name = "接任者",
            email = "o-9@oubei.example",
            unitId = "yj-oubei",
            post = "书记",
            role = "principal",
            from = "2026-03-20",
            responsibility = "first",
        });

        async Task<IEnumerable<string>> ReadersAsync() =>
            (await MailsAsync(app)).Where(mail => mail.Contains("瓯北街道2026年度目标责任书", StringComparison.Ordinal))
                .Select(mail => mail.Split(' ')[0]);
        await MorningAsync(app, "2026-03-16");
        Assert.Equal(["liaison@oubei.example", "o-1@oubei.example"], await ReadersAsync());
        await MorningAsync(app, "2026-03-24");
        Assert.Equal(["liaison@oubei.example", "o-1@oubei.example", "liaison@oubei.example", "o-9@oubei.example"], await ReadersAsync());
    }

    [Fact]
    public async Task A_reminder_that_stopped_being_true_is_withdrawn_and_those_of_one_morning_are_one_mail()
    {
        await using var app = await App.StartAsync("2026-01-15 09:30", Storage);
        await AppointAsync(app, "o-1", "first");
        // Both have their mail at one address.
        await app.PutAsync("/api/officials/o-2", new
        {
            name = "干部o-2",
            email = "o-1@oubei.example",
            unitId = "yj-oubei",
            post = "职务",
            role = "supervising",
            from = "2024-01-01",
            responsibility = "direct",
        });
        await app.AdvanceAsync("2026-01-16 09:00");
        Assert.Equal(["pending", "pending"], await StatesAsync(app));
        await app.AdvanceAsync("2026-01-16 09:10");
        await app.AdvanceAsync("2026-01-16 09:20");
        Assert.Equal(["sent", "sent"], await StatesAsync(app));
        var digest = Assert.Single(await MailsAsync(app));
        Assert.StartsWith("o-1@oubei.example digest", digest);

        // Handed in between nine and ten past.
        await app.AdvanceAsync("2026-01-26 09:00");
        Assert.Equal(["sent", "sent", "pending", "pending"], await StatesAsync(app));
        await app.PutAsync("/api/duty-reports/o-1/2025", new { submittedOn = "2026-01-26", summary = "述职" });
        await app.AdvanceAsync("2026-01-26 09:10");
        await app.AdvanceAsync("2026-01-26 09:20");
        Assert.Equal(["sent", "sent", "sent", "withdrawn"], (await StatesAsync(app)).Order());
        Assert.Contains("干部o-2", (await MailsAsync(app))[^1]);
    }

    [Fact]
    public async Task A_reminder_that_failed_and_is_sent_again_does_not_wait_for_the_next_day_of_one()
    {
        await using var app = await App.StartAsync("2026-03-15 09:30", Storage);
        await AppointAsync(app, "o-1", "first");
        await app.AdvanceAsync("2026-03-16 09:00");
        var outbox = app.Services.GetRequiredService<IOutbox>();
        var mail = (await outbox.UnsentAsync(OutboxOwner.OfYear(2026), Cancellation))[0].Notice.Id;
        Assert.True(await outbox.ClaimAsync(mail, MessageId.Of(mail), app.Now, Cancellation));
        await outbox.SettleAsync(mail, NoticeStatus.Failed, app.Now, "550", Cancellation);
        await MorningAsync(app, "2026-03-16");
        Assert.Equal(2, (await MailsAsync(app)).Count);

        await app.AdvanceAsync("2026-03-16 10:10");
        using var answer = await app.Http.PostAsync($"/api/notices/{mail}/resend", null, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        await app.AdvanceAsync("2026-03-16 10:30");

        Assert.Equal(3, (await MailsAsync(app)).Count);
    }

    [Fact]
    public async Task A_restart_sends_nothing_twice_and_makes_up_for_the_morning_but_not_for_yesterday()
    {
        await using var app = await App.StartAsync("2026-03-15 09:30", Storage);
        await AppointAsync(app, "o-1", "first");

        // Down over nine o'clock, back in the afternoon of the same day.
        await app.RestartAtAsync("2026-03-16 14:00");
        await app.AdvanceAsync("2026-03-16 14:20");
        Assert.Equal(3, (await MailsAsync(app)).Count);
        await app.RestartAtAsync("2026-03-16 15:00");
        await app.AdvanceAsync("2026-03-16 15:30");
        Assert.Equal(3, (await MailsAsync(app)).Count);

        // Down for the whole day before the last one: its reminders counted the days and are not sent on another.
        await app.RestartAtAsync("2026-03-31 00:30");
        await app.AdvanceAsync("2026-03-31 08:30");
        var before = (await MailsAsync(app)).Count;
        await MorningAsync(app, "2026-03-31");
        Assert.Equal(before + 3, (await MailsAsync(app)).Count);
        Assert.All((await MailsAsync(app)).Skip(before), mail => Assert.Contains("今天到期", mail));
    }

    [Fact]
    public async Task A_notice_that_moves_the_last_day_moves_the_reminders()
    {
        await using var app = await App.StartAsync("2027-03-30 09:30", Storage);
        await AppointAsync(app, "o-1", "first");
        await ImportAsync(app, "2027-03-31", null);

        // The day before the new last day is off, so that its reminder is today's, and nobody is told of the old one.
        await app.AdvanceAsync("2027-03-30 10:00");
        var mails = await MailsAsync(app);
        Assert.Contains("o-1@oubei.example duty-due 【年度责任】瓯北街道2027年度目标责任书还有2天到期（2027年4月1日）", mails);
        await MorningAsync(app, "2027-03-31");
        Assert.Equal(mails, await MailsAsync(app));
        await MorningAsync(app, "2027-04-01");
        Assert.Contains("o-1@oubei.example duty-due 【年度责任】瓯北街道2027年度目标责任书今天到期（2027年4月1日）", await MailsAsync(app));
    }

    [Fact]
    public async Task A_notice_that_moves_the_last_day_reminds_anew_of_the_new_one_on_the_very_same_day()
    {
        await using var app = await App.StartAsync("2027-01-28 09:30", Storage);
        await AppointAsync(app, "o-1", "first");
        var before = (await MailsAsync(app)).Count;

        // The 31st is a Sunday: the day before Monday, and the day before a Sunday on which people work, is Friday.
        await MorningAsync(app, "2027-01-29");
        await ImportAsync(app, null, "2027-01-31");
        foreach (var time in new[] { "10:00", "10:10", "10:20" }) await app.AdvanceAsync($"2027-01-29 {time}");

        Assert.Equal(
            ["o-1@oubei.example duty-due 【年度责任】瓯北街道干部o-12026年度述职报告还有2天到期（2027年1月31日）",
                "o-1@oubei.example duty-due 【年度责任】瓯北街道干部o-12026年度述职报告还有3天到期（2027年2月1日，暂定）"],
            (await MailsAsync(app)).Skip(before));
    }

    // The statutory days of 2027, and what the notice adds to them.
    private static Task ImportAsync(App app, string? dayOff, string? workingDay)
    {
        string[] statutory = ["2027-01-01", "2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-04-05", "2027-05-01",
            "2027-05-02", "2027-06-09", "2027-09-15", "2027-10-01", "2027-10-02", "2027-10-03"];
        return app.PutAsync("/api/calendar/2027", new
        {
            source = "通知",
            daysOff = dayOff is null ? statutory : [.. statutory, dayOff],
            makeUpWorkingDays = workingDay is null ? Array.Empty<string>() : [workingDay],
        });
    }

    private static async Task MorningAsync(App app, string day)
    {
        await app.AdvanceAsync($"{day} 09:00");
        await app.AdvanceAsync($"{day} 09:10");
        await app.AdvanceAsync($"{day} 09:20");
    }

    private static Task AppointAsync(App app, string id, string responsibility) =>
        app.PutAsync($"/api/officials/{id}", new
        {
            name = $"干部{id}",
            email = $"{id}@oubei.example",
            unitId = "yj-oubei",
            post = "职务",
            role = "principal",
            from = "2024-01-01",
            responsibility,
        });

    private static async Task<IReadOnlyList<string>> StatesAsync(App app) =>
        [.. (await app.ItemsAsync("/api/notices?caseId=cycle-2025")).Select(notice => notice.GetProperty("status").GetString()!)];

    // Recipient, template and subject of every mail, by instant and recipient.
    private static async Task<IReadOnlyList<string>> MailsAsync(App app)
    {
        if (!Directory.Exists(app.MailFolder)) return [];
        List<(DateTimeOffset At, string Mail)> mails = [];
        foreach (var file in Directory.GetFiles(app.MailFolder, "*.eml"))
        {
            var message = await MimeMessage.LoadAsync(file, Cancellation);
            mails.Add((message.Date, $"{message.To.Mailboxes.Single().Address} {Path.GetFileName(file).Split('.')[2]} {message.Subject}"));
        }

        return [.. mails.OrderBy(one => one.At).ThenBy(one => one.Mail, StringComparer.Ordinal).Select(one => one.Mail)];
    }
}
