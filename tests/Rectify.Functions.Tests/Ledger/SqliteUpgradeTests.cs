using Microsoft.Data.Sqlite;
using Rectify.Domain.Identity;
using Rectify.Domain.Rulebooks;
using Rectify.Office.Delivery;
using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Office.Register;
using Rectify.Storage.Sqlite.Database;
using Rectify.Storage.Sqlite.Ledger;
using Rectify.Storage.Sqlite.Outbox;
using Rectify.Storage.Sqlite.Register;

namespace Rectify.Functions.Tests.Ledger;

/// <summary>A file of every earlier version goes on with this program, and nothing in it is lost.</summary>
/// <remarks>Rows are written out as the first program wrote them: today's code knows columns that those files lack.</remarks>
public sealed class SqliteUpgradeTests : IDisposable
{
    private const string Rows = """
        INSERT INTO cases (opened, case_id, unit_id, version, status, due_on, next_due_at)
        VALUES (1, 'c1', 'yj-oubei', 1, 'rectifying', '2026-09-30', NULL);
        INSERT INTO events (case_id, sequence, type, at, actor, data, previous_hash, hash)
        VALUES ('c1', 1, 'unitListed', '2026-03-30T01:30:00.0000000Z', 'officer:officer', '{}', '', 'h1');
        INSERT INTO notices (
            id, case_id, sequence, template, recipient_name, recipient_address, subject, body, created_at, status, status_at, detail)
        VALUES
            ('c1.0001.listing-notice.cdd4495f', 'c1', 1, 'listing-notice', '陈联络', 'liaison@oubei.example', '主题', '正文',
             '2026-03-30T01:30:00.0000000Z', 'sent', '2026-03-30T01:30:01.0000000Z', NULL),
            ('c1.0001.listing-notice.52d1b6c0', 'c1', 1, 'listing-notice', '王主任', 'wang@oubei.example', '主题', '正文',
             '2026-03-30T01:30:00.0000000Z', 'pending', '2026-03-30T01:30:00.0000000Z', NULL);
        INSERT INTO units (unit_id, name, kind, level, parent_unit_id, liaison_name, liaison_email, supervisor_email)
        VALUES ('yj-oubei', '瓯北街道', 'locality', 'township', NULL, '陈联络', 'liaison@oubei.example', 'office@yongjia.example');
        """;

    private const string OnePost = """
        INSERT INTO officials (official_id, name, email, unit_id, post, role, first_day, last_day)
        VALUES ('o-1', '王主任', 'wang@oubei.example', 'yj-oubei', '书记', 'principal', '2024-01-01', NULL);
        """;

    private const string ManyPosts = """
        INSERT INTO officials (official_id, name, email) VALUES ('o-1', '王主任', 'wang@oubei.example');
        INSERT INTO posts (official_id, unit_id, post, role, first_day, last_day, responsibility, main)
        VALUES ('o-1', 'yj-oubei', '书记', 'principal', '2024-01-01', NULL, NULL, 1);
        """;

    // What an earlier program kept when the register knew the present post only.
    private const string KeptPosts = """
        INSERT INTO yearly_entries (book, subject, revision, item, data) VALUES
            ('posts', 'official:o-1', 1, 'yj-qiaotou',
             '{"book":"posts","subject":"official:o-1","revision":1,"item":"yj-qiaotou",'
             || '"content":{"kind":"post","unitId":"yj-qiaotou","title":"镇长","role":"inCharge","responsibility":"direct",'
             || '"from":"2021-05-01","to":"2024-01-10"},'
             || '"reason":null,"actor":"officer:officer","at":"2024-01-05T01:00:00.0000000Z"}'),
            ('posts', 'official:o-1', 2, 'yj-oubei',
             '{"book":"posts","subject":"official:o-1","revision":2,"item":"yj-oubei",'
             || '"content":{"kind":"post","unitId":"yj-oubei","title":"书记","role":"principal","responsibility":null,'
             || '"from":"2024-01-01","to":"2026-01-31"},'
             || '"reason":null,"actor":"officer:officer","at":"2026-02-01T01:00:00.0000000Z"}'),
            ('posts', 'official:o-2', 1, 'yj-oubei',
             '{"book":"posts","subject":"official:o-2","revision":1,"item":"yj-oubei",'
             || '"content":{"kind":"post","unitId":"yj-oubei","title":"副书记","role":"other","responsibility":null,'
             || '"from":"2020-01-01","to":"2022-01-31"},'
             || '"reason":null,"actor":"officer:officer","at":"2026-02-01T01:00:00.0000000Z"}');
        """;

    private readonly TempFolder folder = new();

    public static TheoryData<int> Versions => [.. Enumerable.Range(1, SqliteSchema.Steps.Count)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_file_of_an_earlier_version_is_brought_up_with_its_cases(int version)
    {
        using var database = Written(version);

        Assert.Equal(SqliteSchema.Steps.Count, await database.ReadAsync(connection => SqliteSchema.VersionOf(connection), Cancellation));
        Assert.Equal("h1", Assert.Single(await new SqliteLedger(database).LoadAsync(new CaseId("c1"), Cancellation)).Hash);
    }

    [Fact]
    public async Task A_file_of_an_earlier_version_is_counted_as_it_stands()
    {
        using var database = Written(SqliteSchema.Steps.ToList().IndexOf(SqliteSchema.Head));

        var head = await database.ReadAsync(SqliteHead.Kept, Cancellation);
        Assert.Equal(new LedgerHead(1, LedgerHead.Next("", "h1")), head);
        Assert.Null(await database.ReadAsync(connection => SqliteHead.GapOf(connection, null), Cancellation));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Mails_of_an_earlier_version_are_read_and_sent(int version)
    {
        using var database = Written(version);
        var outbox = new SqliteOutbox(database);

        var rows = (await outbox.ListAsync(new CaseId("c1"), null, 10, null, Cancellation)).Items;
        Assert.Equal([NoticeStatus.Sent, NoticeStatus.Pending], rows.Select(row => row.Status));
        Assert.All(rows,
            row => Assert.Equal((MailLanguage.Chinese, null, null), (row.Notice.Recipient.Language, row.MessageId, row.Notice.Resend)));

        var pending = Assert.Single(await outbox.UnsentAsync(new CaseId("c1"), Cancellation)).Notice;
        var message = MessageId.Of(pending.Id);
        Assert.True(await outbox.ClaimAsync(pending.Id, message, pending.CreatedAt, Cancellation));
        Assert.Equal(pending, Assert.Single(await outbox.FindByMessageAsync(message, Cancellation)).Notice);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_register_of_an_earlier_version_is_read_with_Chinese_readers(int version)
    {
        using var database = Written(version);
        var registerStore = new SqliteRegisterStore(database);

        var unit = await registerStore.FindUnitAsync(new UnitId("yj-oubei"), Cancellation);
        Assert.Equal(("瓯北街道", new Liaison("陈联络", "liaison@oubei.example", MailLanguage.Chinese)), (unit?.Name, unit?.Liaison));
        Assert.Equal(
            new Official(new("o-1"), "王主任", "wang@oubei.example", new("yj-oubei"), "书记", LeaderRole.Principal, new(2024, 1, 1), null,
                MailLanguage.Chinese),
            await registerStore.FindOfficialAsync(new OfficialId("o-1"), Cancellation));
    }

    [Fact]
    public async Task Posts_that_were_kept_in_the_yearly_book_become_posts_of_the_register()
    {
        var before = SqliteSchema.Steps.ToList().IndexOf(SqliteSchema.Posts);
        using var database = Written(before, KeptPosts);
        var registerStore = new SqliteRegisterStore(database);

        var official = await registerStore.FindOfficialAsync(new OfficialId("o-1"), Cancellation);
        Assert.Equal(
            [
                new OfficialPost(new("yj-qiaotou"), "镇长", LeaderRole.InCharge, new(2021, 5, 1), new(2023, 12, 31), Responsibility.Direct),
                new OfficialPost(new("yj-oubei"), "书记", LeaderRole.Principal, new(2024, 1, 1)),
            ],
            official!.Posts);
        Assert.Equal("书记", official.MainPost.Post);
        Assert.Equal([official], await registerStore.OfficialsOfAsync(new UnitId("yj-qiaotou"), Cancellation));
        Assert.Null(await registerStore.FindOfficialAsync(new OfficialId("o-2"), Cancellation));
    }

    [Fact]
    public async Task Numbers_of_an_earlier_version_are_found_in_their_standard_form()
    {
        using var database = Written(11, """
            INSERT INTO document_numbers (text, case_id, organ, year, number) VALUES
                ('永平安督〔２０２６〕7号', 'c1', NULL, NULL, NULL), ('永平安督〔2026〕2号', 'c1', '永平安督', 2026, 2),
                ('永平安督［2026］2号', 'c1', NULL, NULL, NULL), ('督办函（特）', 'c1', NULL, NULL, NULL);
            """);
        var ledger = new SqliteLedger(database);

        Assert.Equal(7, await ledger.HighestNumberAsync(Writes.Series, Cancellation));
        foreach (var taken in (string[])["永平安督〔2026〕7号", "永平安督〔2026〕2号", "督办函(特)"])
        {
            var second = Writes.Opening("c2", DocumentNumber.Parse(taken));
            Assert.Equal(AppendOutcome.NumberTaken, await ledger.AppendAsync(second, Cancellation));
        }
    }

    private SqliteDatabase Written(int version, string more = "")
    {
        var path = folder.File("rectify.db");
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            SqliteSchema.Upgrade(connection, [.. SqliteSchema.Steps.Take(version)]);
            connection.Execute(Rows + (version > SqliteSchema.Steps.ToList().IndexOf(SqliteSchema.Posts) ? ManyPosts : OnePost) + more);
        }

        return SqliteDatabase.Open(path);
    }
}
