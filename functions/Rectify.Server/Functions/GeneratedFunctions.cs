using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Rectify.Server.Functions;

/// <summary>The functions of a compiled app, as its build wrote them down for the platform.</summary>
internal static class GeneratedFunctions
{
    /// <summary>What the app tells the platform of its functions.</summary>
    /// <remarks>
    /// The app registers its provider by classes that the build generated. They run here against a host of their own, which is
    /// never started: the executor that they register too would want the worker's other services.
    /// </remarks>
    /// <exception cref="HostStartException">The assembly is no function app.</exception>
    public static IFunctionMetadataProvider Of(Assembly app)
    {
        var registrations = new HostBuilder();
        foreach (var startup in app.GetExportedTypes().Where(IsStartup))
        {
            ((IAutoConfigureStartup)Activator.CreateInstance(startup)!).Configure(registrations);
        }

        using var throwaway = registrations.Build();
        return throwaway.Services.GetService<IFunctionMetadataProvider>() ?? throw new HostStartException(
            $"The assembly {app.GetName().Name} is no function app: its build has written down no functions; "
            + "it needs Microsoft.Azure.Functions.Worker.Sdk.");
    }

    private static bool IsStartup(Type type) =>
        type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IAutoConfigureStartup));
}
