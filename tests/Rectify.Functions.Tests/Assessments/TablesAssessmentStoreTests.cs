using Rectify.Functions.Tests.Ledger.Tables;
using Rectify.Office.Records;
using Rectify.Storage.Tables.Assessments;

namespace Rectify.Functions.Tests.Assessments;

public sealed class TablesAssessmentStoreTests : AssessmentBookContract
{
    private readonly TablesStorage storage = new();

    public TablesAssessmentStoreTests() => Book = new TablesAssessmentStore(storage.Store);

    protected override IAssessmentStore Book { get; }

    protected override IAssessmentStore OpenAgain() => new TablesAssessmentStore(storage.Open());
}
