using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Vetoes;

/// <summary>Registers the services for vetoes (一票否决) without a listing.</summary>
public static class VetoServices
{
    public static IServiceCollection AddVetoes(this IServiceCollection services) =>
        services.AddSingleton<OpenDirectVeto>();
}
