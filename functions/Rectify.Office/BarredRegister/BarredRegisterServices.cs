using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.BarredRegister;

/// <summary>Registers the whole register of who is barred, and the feed of its changes.</summary>
public static class BarredRegisterServices
{
    public static IServiceCollection AddBarredRegister(this IServiceCollection services) => services
        .AddSingleton<BarFeed>()
        .AddSingleton<BarredSnapshots>()
        .AddSingleton<BarredReader>();
}
