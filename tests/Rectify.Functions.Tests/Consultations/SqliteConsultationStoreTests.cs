using Microsoft.Data.Sqlite;
using Rectify.Functions.Tests.Ledger;
using Rectify.Office.Consultations;
using Rectify.Office.Ledger;
using Rectify.Storage.Sqlite.Consultations;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Functions.Tests.Consultations;

public sealed class SqliteConsultationStoreTests : ConsultationStoreContract, IDisposable
{
    // As a file of this version holds it, without the line breaks. It stays readable for ever: change the code, or add a version, never
    // this text.
    private static readonly string StoredByVersion1 =
        """
        {"consultationId":"q1","number":{"text":"平安函〔2026〕1号","series":{"organ":"平安函","year":2026},"number":1},
        "purpose":"promotion","on":"2026-10-08","askedBy":"县委\"组织部\"","actor":"consulting:组织部","askedAs":"consulting",
        "asOf":"2026-10-08T01:00:00.1234567Z","answers":[
        {"subject":"official:o-1","name":"王主任","finding":{"answer":"barred","until":"2027-09-30","bases":[
        {"caseId":"c-1","sanctionId":"c-1-V1","measure":"veto","bars":"awardAndPromotion","from":"2026-09-30","to":"2027-09-30",
        "documentNumber":"永平安督〔2026〕3号"}]},"cases":[
        {"caseId":"c-1","version":15,"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}]},
        {"subject":"official:o-9","name":"李副主任","finding":{"answer":"clear","until":null,"bases":[]},"cases":[]}]}
        """.ReplaceLineEndings("");

    private readonly SqliteStorage storage = new();

    public SqliteConsultationStoreTests() => Log = new SqliteConsultationStore(storage.Database);

    protected override IConsultationStore Log { get; }

    public void Dispose() => storage.Dispose();

    [Fact]
    public async Task What_version_1_stored_reads_to_the_same_value()
    {
        await storage.Database.WriteAsync(
            connection => connection.Execute(
                """
                INSERT INTO consultations (consultation_id, organ, year, number, as_of, actor, data)
                VALUES ('q1', '平安函', 2026, 1, '2026-10-08T01:00:00.1234567Z', 'consulting:组织部', $data)
                """,
                ("$data", StoredByVersion1)),
            Cancellation);

        Assert.Equivalent(Draft("q1"), await Log.FindAsync("q1", Cancellation), strict: true);
    }

    [Theory]
    [InlineData("UPDATE consultations SET data = '{}'")]
    [InlineData("DELETE FROM consultations")]
    public async Task An_answer_is_neither_changed_nor_deleted(string sql)
    {
        await Log.RecordAsync(Draft("q1"), new DocumentSeries("平安函", 2026), null, Cancellation);

        var error =
            await Assert.ThrowsAsync<SqliteException>(
                () => storage.Database.WriteAsync(connection => connection.Execute(sql), Cancellation));
        Assert.Contains("append-only", error.Message, StringComparison.Ordinal);
    }

    protected override IConsultationStore OpenAgain() => new SqliteConsultationStore(storage.Open());
}
