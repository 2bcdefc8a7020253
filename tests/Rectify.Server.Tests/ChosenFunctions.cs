using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Rectify.Server.Functions;
using Rectify.Server.SampleApp;

namespace Rectify.Server.Tests;

/// <summary>Of what the build of the sample app wrote down, the functions of some classes.</summary>
internal sealed class ChosenFunctions(params Type[] classes) : IFunctionMetadataProvider
{
    private static readonly IFunctionMetadataProvider Generated = GeneratedFunctions.Of(typeof(SampleGate).Assembly);

    public async Task<ImmutableArray<IFunctionMetadata>> GetFunctionMetadataAsync(string directory) =>
    [
        .. (await Generated.GetFunctionMetadataAsync(directory))
            .Where(function => classes.Any(type => function.EntryPoint!.StartsWith($"{type.FullName}.", StringComparison.Ordinal))),
    ];
}
