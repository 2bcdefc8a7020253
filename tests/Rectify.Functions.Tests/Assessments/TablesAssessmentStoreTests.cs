using Rectify.Functions.Tests.Ledger.Tables;
using Rectify.Office.Records;
using Rectify.Storage.Tables.Assessments;

namespace Rectify.Functions.Tests.Assessments;

public sealed class TablesAssessmentStoreTests : AssessmentStoreContract
{
    private readonly TablesStorage storage = new();

    public TablesAssessmentStoreTests() => Store = new TablesAssessmentStore(storage.Store);

    protected override IAssessmentStore Store { get; }

    protected override IAssessmentStore OpenAgain() => new TablesAssessmentStore(storage.Open());
}
