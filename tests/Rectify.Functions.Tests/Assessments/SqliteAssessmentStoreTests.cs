using Rectify.Domain.Assessments;
using Rectify.Functions.Tests.Ledger;
using Rectify.Office.Records;
using Rectify.Storage.Sqlite.Assessments;

namespace Rectify.Functions.Tests.Assessments;

public sealed class SqliteAssessmentStoreTests : AssessmentStoreContract, IDisposable
{
    private readonly SqliteStorage storage = new();

    public SqliteAssessmentStoreTests() => Store = new SqliteAssessmentStore(storage.Database);

    protected override IAssessmentStore Store { get; }

    public void Dispose() => storage.Dispose();

    [Theory]
    [InlineData("UPDATE assessments SET result = 'passed'")]
    [InlineData("DELETE FROM assessments")]
    public async Task An_entry_is_neither_changed_nor_deleted(string sql)
    {
        await Store.TryAddAsync(
            new AssessmentEntry(new("u"), 1, 2025, AssessmentResult.Failed, new(2026, 2, 1), null, null, null, "officer:张",
                DateTimeOffset.UnixEpoch), Cancellation);

        await storage.AssertAppendOnlyAsync(sql, Cancellation);
    }

    protected override IAssessmentStore OpenAgain() => new SqliteAssessmentStore(storage.Open());
}
