using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Rectify.Server.SampleApp;

/// <summary>What the app registers, in whichever host.</summary>
public static class SampleRegistrations
{
    public static IFunctionsWorkerApplicationBuilder UseSample(this IFunctionsWorkerApplicationBuilder builder)
    {
        builder.UseWhen<SampleGate>(context =>
            context.FunctionDefinition.InputBindings.Values.Any(binding => binding.Type == "httpTrigger"));
        builder.Services.AddSingleton<SampleJournal>();
        return builder;
    }
}
