using Microsoft.Extensions.DependencyInjection;
using Rectify.Domain.Rulebooks;

namespace Rectify.Office.Rulebooks;

/// <summary>Registers the rulebooks that come with the program and those that the office loads.</summary>
public static class RulebookServices
{
    public static IServiceCollection AddRulebooks(this IServiceCollection services)
    {
        services.AddSingleton(RulebookCatalog.Shipped);
        services.AddSingleton<CurrentRulebooks>();
        return services;
    }
}
