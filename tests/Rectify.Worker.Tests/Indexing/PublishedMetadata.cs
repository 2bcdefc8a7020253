using System.Text.Json;
using Rectify.Worker.Tests.Functions;

namespace Rectify.Worker.Tests.Indexing;

/// <summary>Reads <c>functions.metadata</c>, from which Azure learns the functions before any worker runs.</summary>
internal static class PublishedMetadata
{
    public static FunctionIndex Read(string folder)
    {
        using var file = File.OpenRead(Path.Combine(folder, "functions.metadata"));
        return new FunctionIndex(
            from function in JsonSerializer.Deserialize<List<JsonElement>>(file)!
            let name = function.GetProperty("name").GetString()!
            select new IndexedFunction(name, name, [.. function.GetProperty("bindings").EnumerateArray()]));
    }
}
