using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Rectify.Domain.Assessments;
using Rectify.Domain.Calendar;
using Rectify.Domain.Identity;
using Rectify.Domain.YearlyCycle;
using Rectify.Functions.Tests.Journeys;
using Rectify.Functions.Tests.Ledger;
using Rectify.Office.Access;
using Rectify.Office.Accounts;
using Rectify.Office.Delivery;
using Rectify.Office.Feeds;
using Rectify.Office.Journals;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Office.Register;
using Rectify.Office.Rulebooks;
using Rectify.Storage.Sqlite.Access;
using Rectify.Storage.Sqlite.Accounts;
using Rectify.Storage.Sqlite.Assessments;
using Rectify.Storage.Sqlite.Calendar;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Sqlite.Feeds;
using Rectify.Storage.Sqlite.Journals;
using Rectify.Storage.Sqlite.Ledger;
using Rectify.Storage.Sqlite.Outbox;
using Rectify.Storage.Sqlite.Register;
using Rectify.Storage.Sqlite.Rulebooks;
using Rectify.Storage.Sqlite.YearlyCycle;

namespace Rectify.Functions.Tests.Copies;

/// <summary>
/// The data folder of a stopped app with a year behind it, something of every kind in it. Tests read it and leave it as it is.
/// </summary>
public sealed class FilledOffice : IAsyncLifetime
{
    private App? app;

    public string Folder => app!.Folder;

    /// <summary>A case with three document numbers, a new leader and a resend.</summary>
    public string CaseId { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        app = await App.StartAsync("2026-03-30 09:30");
        var caseId = CaseId = await app.ListAsync("2026-03-30", new { months = 6 });
        await app.AdvanceAsync("2026-05-01 10:00");
        await app.DoAsync(caseId, "correction", new
        {
            reason = "登记有误",
            decidedBy = "县委政法委",
            documentNumber = "永平安督〔2026〕4号",
            officials = new[] { new { officialId = "o-2", role = "supervising" }, new { officialId = "o-4", role = "inCharge" } },
        });
        using var keyed = new HttpRequestMessage(HttpMethod.Post, "/api/listings")
        {
            Content = JsonContent.Create(Listing("2026-05-01", "一件无号文书 \"é🚧\"")),
        };
        keyed.Headers.Add("Idempotency-Key", "second/#1");
        (await app.Http.SendAsync(keyed)).EnsureSuccessStatusCode();
        (await app.PostAsync("/api/consultations",
            new { subjects = new[] { "unit:yj-oubei", "official:o-1" }, purpose = "award", askedBy = "县委组织部" }))
            .EnsureSuccessStatusCode();
        (await app.PostAsync("/api/feeds", new { label = "值班日历" })).EnsureSuccessStatusCode();
        await app.AdvanceAsync("2026-10-20 10:00");
        await app.DoAsync(caseId, "veto-decision", new { decision = "confirm", remarks = "常委会确认", decidedOn = "2026-10-19" });
        await app.SettleAsync();
        await app.StopAsync();
        await FillAsync();
    }

    public ValueTask DisposeAsync() => app!.DisposeAsync();

    /// <summary>The same ledger in another folder.</summary>
    internal TempFolder Copy()
    {
        var copy = new TempFolder();
        foreach (var name in new[] { "ledger.db", "officer-key.sha256" }) File.Copy(Path.Combine(Folder, name), copy.File(name));
        return copy;
    }

    // What an office meets seldom, and an upgraded file has in it.
    private async Task FillAsync()
    {
        var (file, cancellation) = (Path.Combine(Folder, "ledger.db"), TestContext.Current.CancellationToken);
        using var database = SqliteDatabase.Open(file);
        var acceptance = new LedgerAcceptance(
            App.Instant("2026-10-20 10:00"), "张主任", "备份缺少日志文件 ✓", new LedgerHead(12, "ab"), new LedgerHead(10, "cd"));
        await new SqliteAcceptances(database).PutAllAsync([acceptance], cancellation);
        var calendar = new SqliteCalendarStore(database);
        foreach (var year in new[] { 2025, 2026, 2025 })
            await calendar.AddAsync(WorkingCalendar.Shipped.Years.Single(one => one.Year == year), "officer:officer",
                App.Instant("2026-10-20 10:00"), cancellation);
        var journalStore = new SqliteJournalStore(database);
        await journalStore.TryAppendAsync(Journal.Bars, 0, [new("c-1", "{}"), new("c-2", "{\"全\":1}")], cancellation);
        await journalStore.TryAppendAsync(Journal.OvertakenReplies, 0, [new("r-1", "{}")], cancellation);
        var rulebookStore = new SqliteRulebookStore(database);
        RulebookAct[] acts =
        [
            new RulebookAct.Load("{ // ✓\r\n}", Domain.Digest.Of("{ // ✓\r\n}")), new RulebookAct.PutInForce(new(2026, 11, 1), "决定 ✓"),
            new RulebookAct.Retire("不再使用"),
        ];
        foreach (var (index, act) in acts.Index())
        {
            await rulebookStore.TryAddAsync(
                new RulebookEntry(index + 1, "yongjia-2026", act, "officer:officer", App.Instant("2026-10-20 10:00")), cancellation);
        }

        foreach (var (revision, year) in new[] { (1, 2024), (2, 2025), (3, 2025) })
        {
            await new SqliteAssessmentStore(database).TryAddAsync(
                new AssessmentEntry(
                    new UnitId("yj-oubei"), revision, year, revision == 2 ? AssessmentResult.Failed : AssessmentResult.Passed,
                    new DateOnly(2026, 1, 20),
                    revision == 1 ? null : "永平安考〔2026〕1号", "考核 ✓", revision == 3 ? "登记有误" : null, "officer:officer",
                    App.Instant("2026-10-20 10:00")),
                cancellation);
        }

        // The register does not hold it, and nothing forbids that.
        await new SqliteAssessmentStore(database).TryAddAsync(
            new AssessmentEntry(new UnitId("yj-former"), 1, 2025, AssessmentResult.Failed, new DateOnly(2026, 1, 20), null, null, null,
                "officer:officer", App.Instant("2026-10-20 10:00")),
            cancellation);

        var registerStore = new SqliteRegisterStore(database);
        var several = (await registerStore.FindOfficialAsync(new OfficialId("o-2"), cancellation))!;
        var beside = several.MainPost with { From = new DateOnly(2026, 5, 1), Post = "兼任 ✓" };
        await registerStore.PutOfficialAsync(
            several with { Posts = PostHistory.Of([.. several.Posts, beside], several.MainPost) }, cancellation);
        var yearlyRecordStore = new SqliteYearlyRecordStore(database);
        foreach (var entry in new YearlyEntry[]
        {
            new(YearlyRecordKind.Letters, new Subject.Unit(new UnitId("yj-former")), 1, "2025",
                new YearlyContent.Letter(new(2025, 3, 2), "李", "平安办"), null, "officer:officer", App.Instant("2026-10-20 10:00")),
            new(YearlyRecordKind.Letters, new Subject.Unit(new UnitId("yj-oubei")), 1, "2026",
                new YearlyContent.Letter(new(2026, 3, 2), "王", "平安办"), null, "officer:officer", App.Instant("2026-10-20 10:00")),
            new(YearlyRecordKind.Letters, new Subject.Unit(new UnitId("yj-oubei")), 2, "2026", null, "误录", "officer:officer",
                App.Instant("2026-10-20 10:00")),
            new(YearlyRecordKind.Commendations, new Subject.Official(new OfficialId("o-1")), 1, "c-1",
                new YearlyContent.Commendation("先进 ✓", "省委", new(2025, 11, 3)), null, "officer:officer",
                App.Instant("2026-10-20 10:00")),
            new(
                YearlyRecordKind.Joins, new Subject.Official(new OfficialId("o-1")), 1, "o-4",
                new YearlyContent.SamePerson(new OfficialId("o-4")), "同一人", "officer:officer", App.Instant("2026-10-20 10:00")),
        })
        {
            await yearlyRecordStore.TryAddAsync(entry, cancellation);
        }

        await new SqliteFeedStore(database).AddAsync(
            new Feed("feed-2", "ab", null, "旧", "officer", App.Instant("2026-10-20 10:00"), null, null), cancellation);
        await new SqliteFeedStore(database).RevokeAsync("feed-2", "officer", App.Instant("2026-10-20 10:01"), cancellation);
        await database.WriteAsync(
            connection => connection.Execute(
                "UPDATE notices SET status = 'failed', detail = '550 no such user', message_id = NULL WHERE position = 2"),
            cancellation);
        await database.WriteAsync(
            connection => connection.Execute(
                """
                UPDATE notices SET status = 'pending', detail = 'busy', status_at = '2026-10-20T02:00:00.0000000Z'
                WHERE position = 3
                """),
            cancellation);
        var outbox = new SqliteOutbox(database);
        var failed = (await outbox.ListAsync(null, NoticeStatus.Failed, 1, null, cancellation)).Items[0].Notice;
        var again = failed with
        {
            Id = new NoticeId($"{failed.Id}.r1"),
            CreatedAt = App.Instant("2026-10-20 10:02"),
            Resend = new Resend(failed.Id, "officer", "k"),
        };
        await outbox.AddAsync(again, cancellation);
        foreach (var (number, status) in new[] { (1, NoticeStatus.Sent), (2, NoticeStatus.Pending) })
        {
            var reminder = new Notice(
                new NoticeId($"cycle-2026.0000.duty-due.{number:D4}"), new CaseId("cycle-2026"), 0, "duty-due",
                new Recipient("王", "wang@oubei.example"), "主题", "正文 🚧",
                App.Instant($"2026-10-2{number} 09:00"));
            await outbox.AddAsync(reminder, cancellation);
            if (status == NoticeStatus.Pending) continue;
            await outbox.ClaimAsync(reminder.Id, MessageId.Of(reminder.Id), App.Instant("2026-10-21 09:10"), cancellation);
            await outbox.SettleAsync(reminder.Id, status, App.Instant("2026-10-21 09:11"), null, cancellation);
        }

        var accounts = new SqliteAccountStore(database);
        var issued = AccountEntry.After(
            null, "a-1", new AccountAct.Issue("张三 🚧", Role.Officer, "zhang@county.example"), "officer:officer",
            App.Instant("2026-10-20 10:00"));
        await accounts.TryAddAsync(issued, cancellation);
        await accounts.TryAddAsync(
            AccountEntry.After(issued, "a-1", new AccountAct.Revoke("离任\n已交接"), "officer:officer", App.Instant("2026-10-21 10:00")),
            cancellation);

        var access = new SqliteAccessStore(database);
        foreach (var kind in Enum.GetValues<AccessRowKind>())
        {
            DateTimeOffset? until = kind == AccessRowKind.Session ? App.Instant("2026-10-21 19:00") : null;
            await access.AddAsync(new AccessRow(kind, $"键 of {kind}", "值", until), cancellation);
        }

        new SqliteOfficerKey(Folder).Put(SHA256.HashData("a key"u8));
    }

    private static Dictionary<string, object?> Listing(string on, string number)
    {
        var listing = App.Listing(on, new { months = 3 });
        listing["documentNumber"] = number;
        return listing;
    }

    /// <summary>Every row of every table but the order of mails across cases, which each store makes for itself.</summary>
    public static IReadOnlyList<string> Rows(string folder)
    {
        string[] queries =
        [
            "SELECT * FROM cases ORDER BY opened",
            "SELECT * FROM events ORDER BY case_id, sequence",
            "SELECT * FROM subjects ORDER BY subject, case_id",
            "SELECT * FROM barred ORDER BY case_id, subject, from_day, to_day",
            "SELECT * FROM document_numbers ORDER BY text",
            "SELECT * FROM receipts ORDER BY key",
            """
            SELECT row_number() OVER (PARTITION BY case_id ORDER BY position), id, case_id, sequence, template,
                recipient_name, recipient_address, recipient_language, subject, body, created_at, status, status_at, detail, message_id,
                resend_of, requested_by, request_key
            FROM notices ORDER BY id
            """,
            "SELECT * FROM units ORDER BY unit_id",
            "SELECT * FROM officials ORDER BY official_id",
            "SELECT * FROM posts ORDER BY official_id, first_day, unit_id, post",
            "SELECT * FROM consultations ORDER BY asked",
            "SELECT * FROM calendar_imports ORDER BY revision",
            "SELECT * FROM rulebook_entries ORDER BY revision",
            "SELECT * FROM journal_entries ORDER BY journal, place",
            "SELECT * FROM feeds ORDER BY feed_id",
            "SELECT * FROM account_entries ORDER BY revision",
            "SELECT * FROM access_rows ORDER BY kind, key",
            "SELECT * FROM assessments ORDER BY unit_id, revision",
            "SELECT * FROM yearly_entries ORDER BY book, subject, revision",
            // Not the running hash: a copy holds its entries case by case.
            "SELECT events FROM ledger_head ",
            "SELECT at, accepted_by, note, expected_events, expected_hash, found_events, found_hash "
                + "FROM ledger_acceptances ORDER BY position",
            "SELECT * FROM subject_heads ORDER BY subject",
            "SELECT * FROM case_heads ORDER BY case_id",
            "SELECT * FROM series_heads ORDER BY organ, year",
        ];
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "ledger.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();

        // A kind of data that comes later is copied too, or this says so. What processes share about the present hour, the last reconcile
        // and the pace of mails, is no data of the office: the copy's own first run writes it anew.
        var tables =
            connection.Query(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                + "AND name NOT IN ('schema_version', 'shared_state')",
                row => row.GetString(0));
        Assert.All(tables, table => Assert.Contains(queries, query => query.Contains($"FROM {table} ", StringComparison.Ordinal)));
        return
        [
            .. queries.SelectMany(query => connection.Query(
                query,
                row =>
                    string.Join(" | ",
                        Enumerable.Range(0, row.FieldCount).Select(column => $"{row.GetName(column)}={row.GetValue(column)}")))),
            $"officer key {File.ReadAllText(Path.Combine(folder, "officer-key.sha256"))}",
        ];
    }
}
