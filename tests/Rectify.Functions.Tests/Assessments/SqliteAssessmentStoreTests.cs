using Microsoft.Data.Sqlite;
using Rectify.Domain.Assessments;
using Rectify.Functions.Tests.Ledger;
using Rectify.Office.Records;
using Rectify.Storage.Sqlite.Assessments;
using Rectify.Storage.Sqlite.Database;

namespace Rectify.Functions.Tests.Assessments;

public sealed class SqliteAssessmentStoreTests : AssessmentBookContract, IDisposable
{
    private readonly SqliteStorage storage = new();

    public SqliteAssessmentStoreTests() => Book = new SqliteAssessmentStore(storage.Database);

    protected override IAssessmentStore Book { get; }

    public void Dispose() => storage.Dispose();

    [Theory]
    [InlineData("UPDATE assessments SET result = 'passed'")]
    [InlineData("DELETE FROM assessments")]
    public async Task An_entry_is_neither_changed_nor_deleted(string sql)
    {
        await Book.TryAddAsync(
            new AssessmentEntry(new("u"), 1, 2025, AssessmentResult.Failed, new(2026, 2, 1), null, null, null, "officer:张",
                DateTimeOffset.UnixEpoch), Cancellation);

        var error =
            await Assert.ThrowsAsync<SqliteException>(
                () => storage.Database.WriteAsync(connection => connection.Execute(sql), Cancellation));
        Assert.Contains("append-only", error.Message, StringComparison.Ordinal);
    }

    protected override IAssessmentStore OpenAgain() => new SqliteAssessmentStore(storage.Open());
}
