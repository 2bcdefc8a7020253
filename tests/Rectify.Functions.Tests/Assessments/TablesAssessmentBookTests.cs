using Rectify.Functions.Assessments;
using Rectify.Functions.Tests.Ledger.Tables;

namespace Rectify.Functions.Tests.Assessments;

public sealed class TablesAssessmentBookTests : AssessmentBookContract
{
    private readonly TablesStorage storage = new();

    public TablesAssessmentBookTests() => Book = new TablesAssessmentBook(storage.Store);

    protected override IAssessmentBook Book { get; }

    protected override IAssessmentBook OpenAgain() => new TablesAssessmentBook(storage.Open());
}
