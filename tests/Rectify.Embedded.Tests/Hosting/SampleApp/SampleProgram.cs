using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Rectify.Embedded.Tests.Hosting.SampleApp;

/// <summary>An isolated worker app as its Program.cs writes it, for either host.</summary>
public static class SampleProgram
{
    // Not inlined: the calling assembly of CreateBuilder is the one whose functions are served.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IHost Build(string[] args)
    {
        var builder = FunctionsApplication.CreateBuilder(args);

        builder.ConfigureFunctionsWebApplication();
        builder.UseWhen<SampleGate>(context =>
            context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == "httpTrigger"));

        builder.Services.AddSingleton<SampleJournal>();

        return builder.Build();
    }
}
