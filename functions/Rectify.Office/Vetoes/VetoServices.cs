using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Vetoes;

/// <summary>一票否决 without a listing before it.</summary>
public static class VetoServices
{
    public static IServiceCollection AddVetoes(this IServiceCollection services)
    {
        services.AddSingleton<OpenDirectVeto>();
        return services;
    }
}
