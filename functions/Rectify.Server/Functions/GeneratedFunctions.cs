using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Rectify.Server.Functions;

/// <summary>Reads the metadata of the functions that the build of an app generates for the platform.</summary>
internal static class GeneratedFunctions
{
    /// <summary>The app's provider of function metadata.</summary>
    /// <remarks>
    /// Classes that the build generates register the provider. They are called with a separate host that is never started, because they
    /// also register an executor that needs further services of the worker.
    /// </remarks>
    /// <exception cref="HostStartException">The assembly is not a function app.</exception>
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
