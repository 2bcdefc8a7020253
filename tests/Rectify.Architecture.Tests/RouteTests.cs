using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Rectify.Functions;

namespace Rectify.Architecture.Tests;

/// <summary>
/// No two functions answer one address. The platform tries routes in the order of the functions' names, our server the more precise one
/// first; where a fixed segment stands beside a value, the two would answer differently, and an entry whose id is that word is hidden.
/// Only the page of unknown addresses, which takes what nobody else takes, is left out.
/// </summary>
public sealed class RouteTests
{
    private sealed record Served(string Function, string Method, string[] Segments)
    {
        public bool Meets(Served other) =>
            Function != other.Function && Method == other.Method && Segments.Length == other.Segments.Length
            && Segments.Zip(other.Segments).All(pair => IsValue(pair.First) || IsValue(pair.Second) || pair.First == pair.Second);

        private static bool IsValue(string segment) => segment.StartsWith('{');
    }

    [Fact]
    public void No_address_has_two_functions()
    {
        var served = Routes().ToList();
        Assert.NotEmpty(served);
        Assert.All(served, one => Assert.DoesNotContain(served, one.Meets));
    }

    private static IEnumerable<Served> Routes() =>
        from type in typeof(RectifyApp).Assembly.GetTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        from parameter in method.GetParameters()
        let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
        where trigger is not null && trigger.Route?.Contains("{*", StringComparison.Ordinal) is not true
        from verb in trigger.Methods ?? []
        select new Served(function.Name, verb, (trigger.Route ?? function.Name).Split('/'));
}
