using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Overview;

/// <summary>Registers what the overview keeps for each person.</summary>
public static class OverviewServices
{
    public static IServiceCollection AddOverview(this IServiceCollection services) => services.AddSingleton<SeenMarks>();
}
