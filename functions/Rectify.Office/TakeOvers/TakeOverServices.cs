using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.TakeOvers;

/// <summary>Registers the services that take cases over from another ledger.</summary>
public static class TakeOverServices
{
    public static IServiceCollection AddTakeOvers(this IServiceCollection services) => services
        .AddSingleton<TakeOverHandler>()
        .AddSingleton<TakeOverTable>();
}
