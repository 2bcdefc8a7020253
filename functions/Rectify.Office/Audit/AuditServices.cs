using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Audit;

/// <summary>Registers the audit of the ledger.</summary>
public static class AuditServices
{
    public static IServiceCollection AddAudit(this IServiceCollection services) =>
        services.AddSingleton<LedgerAudit>().AddSingleton<LedgerRoots>();
}
