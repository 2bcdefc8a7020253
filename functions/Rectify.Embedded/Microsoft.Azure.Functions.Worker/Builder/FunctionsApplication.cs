using System.Reflection;
using System.Runtime.CompilerServices;
using Rectify.Embedded.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where a function app begins.</summary>
public class FunctionsApplication
{
    /// <summary>A builder with the defaults of the host, for the functions of the calling assembly.</summary>
    /// <remarks>
    /// The calling assembly is the app, so that a test that calls the app's own builder method hosts the app and not
    /// itself.
    /// </remarks>
    /// <param name="args">
    /// The command line: <c>--urls</c>, <c>--data</c>, <c>--clock</c>, and settings as <c>--key value</c>.
    /// </param>
    /// <exception cref="HostStartException">An argument or a settings file cannot be read.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) =>
        new(args, HostSurroundings.Of(Assembly.GetCallingAssembly()));
}
