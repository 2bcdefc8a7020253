using Rectify.Functions.Tests.Ledger.Tables;
using Rectify.Office.Consultations;
using Rectify.Storage.Tables.Consultations;

namespace Rectify.Functions.Tests.Consultations;

public sealed class TablesConsultationStoreTests : ConsultationStoreContract
{
    private readonly TablesStorage storage = new();

    public TablesConsultationStoreTests() => Log = new TablesConsultationStore(storage.Store);

    protected override IConsultationStore Log { get; }

    protected override IConsultationStore OpenAgain() => new TablesConsultationStore(storage.Open());
}
