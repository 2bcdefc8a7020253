using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

namespace Rectify.Server.Functions;

/// <summary>Reads the functions that the server runs.</summary>
internal static class FunctionIndex
{
    /// <summary>The functions that the metadata provider lists, sorted by name.</summary>
    /// <exception cref="HostStartException">
    /// Two functions have the same name, or a function uses something that this server does not support.
    /// </exception>
    public static async Task<IReadOnlyList<FunctionDescriptor>> ReadAsync(IFunctionMetadataProvider provider, string folder)
    {
        var functions = (await provider.GetFunctionMetadataAsync(folder))
            .Select(FunctionReader.Read)
            .OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();

        RefuseSameName(functions, function => function.Name, "function");
        RefuseSameName(functions, function => (function.Trigger as Trigger.Orchestration)?.Name, "orchestrator");
        RefuseSameName(functions, function => (function.Trigger as Trigger.Activity)?.Name, "activity");
        return functions;
    }

    private static void RefuseSameName(
        IEnumerable<FunctionDescriptor> functions, Func<FunctionDescriptor, string?> nameOf, string what)
    {
        var clash = functions
            .Where(function => nameOf(function) is not null)
            .GroupBy(nameOf, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1);

        if (clash is not null)
        {
            var places = string.Join(" and ", clash.Select(function => function.Definition.EntryPoint));
            throw new HostStartException($"Two functions carry the {what} name '{clash.Key}': {places}. A name is unique in the app.");
        }
    }
}
