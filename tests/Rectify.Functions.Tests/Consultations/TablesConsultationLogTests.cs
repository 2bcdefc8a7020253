using Rectify.Functions.Consultations;
using Rectify.Functions.Tests.Ledger.Tables;

namespace Rectify.Functions.Tests.Consultations;

public sealed class TablesConsultationLogTests : ConsultationLogContract
{
    private readonly TablesStorage storage = new();

    public TablesConsultationLogTests() => Log = new TablesConsultationLog(storage.Store);

    protected override IConsultationLog Log { get; }

    protected override IConsultationLog OpenAgain() => new TablesConsultationLog(storage.Open());
}
