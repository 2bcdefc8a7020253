using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Audit;

/// <summary>Whether the ledger is whole.</summary>
public static class AuditServices
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<LedgerAudit>();
        return services;
    }
}
