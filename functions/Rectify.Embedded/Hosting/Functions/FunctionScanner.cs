using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Rectify.Embedded.Hosting.Functions;

/// <summary>Finds the functions of an app and refuses those that could not be served as written.</summary>
internal static class FunctionScanner
{
    private const BindingFlags PublicMethods =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The functions of the given classes, in the order of their names.</summary>
    /// <exception cref="HostStartException">Two functions of one name, or a function that cannot be served.</exception>
    public static IReadOnlyList<FunctionDescriptor> Scan(IEnumerable<Type> types)
    {
        var functions = types
            .Where(type => type.IsClass)
            .SelectMany(type => type.GetMethods(PublicMethods))
            .Select(method => (Method: method, Attribute: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(found => found.Attribute is not null)
            .Select(found => FunctionReader.Read(found.Attribute!.Name, found.Method))
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
