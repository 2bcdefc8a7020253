using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Rectify.Server.Functions;

/// <summary>The values of a route as arguments of a function.</summary>
internal static class RouteParameters
{
    /// <summary>The names of the values in a route; none if the route is malformed, which is reported when the route is mapped.</summary>
    public static IEnumerable<string> Names(string? route)
    {
        try
        {
            return RoutePatternFactory.Parse(route ?? string.Empty).Parameters.Select(p => p.Name);
        }
        catch (RoutePatternException)
        {
            return [];
        }
    }

    public static bool CanConvertTo(Type type) =>
        type == typeof(string) || TypeDescriptor.GetConverter(Underlying(type)).CanConvertFrom(typeof(string));

    /// <summary>The argument for a value of the route.</summary>
    /// <exception cref="FormatException">The text is not a value of the type.</exception>
    public static object? Convert(string name, object? value, Type type, object? missing)
    {
        if (value is null)
        {
            return missing ?? (type.IsValueType ? Activator.CreateInstance(type) : null);
        }

        var text = System.Convert.ToString(value, CultureInfo.InvariantCulture)!;
        if (type == typeof(string))
        {
            return text;
        }

        try
        {
            return TypeDescriptor.GetConverter(Underlying(type)).ConvertFromInvariantString(text);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or NotSupportedException)
        {
            throw new FormatException($"The route value '{name}' is a {type.Name}; got '{text}'.", e);
        }
    }

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
