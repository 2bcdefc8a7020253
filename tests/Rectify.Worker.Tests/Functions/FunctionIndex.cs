using System.Collections.Frozen;
using System.Text.Json;
using Rectify.Worker.Tests.Protocol;

namespace Rectify.Worker.Tests.Functions;

/// <summary>The functions that the worker has told of.</summary>
internal sealed class FunctionIndex(IEnumerable<IndexedFunction> functions)
{
    private readonly FrozenDictionary<string, IndexedFunction> byName =
        functions.ToFrozenDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    public IEnumerable<IndexedFunction> All => byName.Values;

    public static FunctionIndex Read(FunctionMetadataResponse response) => new(
        from function in response.FunctionMetadataResults
        let bindings = function.RawBindings.Select(binding => JsonElement.Parse(binding))
        select new IndexedFunction(function.FunctionId, function.Name, [.. bindings]));

    public IEnumerable<IndexedFunction> Of(string triggerType) => All.Where(function => function.TriggerType == triggerType);

    /// <exception cref="InvalidOperationException">There is no such function, or another trigger makes it run.</exception>
    public IndexedFunction Find(string name, string triggerType) =>
        byName.TryGetValue(name, out var function) && function.TriggerType == triggerType
            ? function
            : throw new InvalidOperationException($"The worker has no function '{name}' with a {triggerType}.");
}
