using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Ledger;

/// <summary>Registers the document numbers and the clock of the ledger.</summary>
public static class LedgerServices
{
    public static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddSingleton<DocumentNumbers>()
        .AddSingleton<LedgerClock>();
}
