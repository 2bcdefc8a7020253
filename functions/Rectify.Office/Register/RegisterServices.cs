using Microsoft.Extensions.DependencyInjection;

namespace Rectify.Office.Register;

/// <summary>Registers the services for the register of units and officials.</summary>
public static class RegisterServices
{
    public static IServiceCollection AddRegister(this IServiceCollection services) => services
        .AddSingleton<PersonJoins>()
        .AddSingleton<RegisterHandler>();
}
