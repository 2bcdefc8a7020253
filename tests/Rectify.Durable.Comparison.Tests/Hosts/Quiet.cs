using System.Runtime.CompilerServices;

namespace Rectify.Durable.Comparison.Tests.Hosts;

/// <summary>The in-memory host reads its settings from the environment; by default it logs every request to the console.</summary>
internal static class Quiet
{
    [ModuleInitializer]
    internal static void Set()
    {
        Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "None");
        Environment.SetEnvironmentVariable("Logging__LogLevel__Microsoft", "None");
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
    }
}
