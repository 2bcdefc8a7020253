using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Cases;

/// <summary>Registers the services that read cases and carry out commands on them.</summary>
public static class CaseServices
{
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddSingleton<UnreadableCases>()
        .AddSingleton<CaseReader>()
        .AddSingleton<CaseRepository>()
        .AddSingleton<NotBarred>()
        .AddSingleton<AppendBuilder>()
        .AddSingleton<CaseCommandHandler>()
        .AddSingleton<IndexDerivation>()
        .AddSingleton<LeaderCases>()
        .AddSingleton<VisibleCases>()
        .AddSingleton<CountedMeasures>()
        .AddSingleton<CaseViews>()
        .AddSingleton<CorrectionPreview>()
        .AddSingleton<CaseQuery>();
}
