using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

namespace Rectify.Server.Tests;

/// <summary>Metadata written by hand, for what no compiler lets through: each function is a method of <see cref="OddFunctions"/>.</summary>
internal sealed class WrittenFunctions(params (string Name, string Method, string[] Bindings)[] functions) : IFunctionMetadataProvider
{
    public const string GetTrigger =
        """{ "name": "request", "type": "httpTrigger", "direction": "In", "authLevel": "Anonymous", "methods": ["get"] }""";
    public const string Hourly = """{ "name": "timer", "type": "timerTrigger", "direction": "In", "schedule": "0 0 * * * *" }""";

    public IRetryOptions? Retry { get; init; }

    public Task<ImmutableArray<IFunctionMetadata>> GetFunctionMetadataAsync(string directory) =>
        Task.FromResult<ImmutableArray<IFunctionMetadata>>(
    [
        .. functions.Select(function => new DefaultFunctionMetadata
        {
            Name = function.Name,
            EntryPoint = function.Method.Contains('.', StringComparison.Ordinal) ? function.Method
                : $"{typeof(OddFunctions).FullName}.{function.Method}",
            ScriptFile = "Rectify.Server.Tests.dll",
            Language = "dotnet-isolated",
            RawBindings = [.. function.Bindings],
            Retry = Retry,
        }),
    ]);
}
