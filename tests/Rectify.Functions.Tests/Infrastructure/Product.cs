using System.Reflection;

namespace Rectify.Functions.Tests.Infrastructure;

/// <summary>The assemblies of the function app: all of ours that it brings along.</summary>
internal static class Product
{
    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        .. from file in Directory.GetFiles(AppContext.BaseDirectory, "Rectify.*.dll")
           let name = Path.GetFileNameWithoutExtension(file)
           where !name.EndsWith("Tests", StringComparison.Ordinal) && name is not ("Rectify.Server" or "Rectify.Durable.Sqlite")
           select Assembly.Load(name),
    ];

    public static IReadOnlyList<Type> Types { get; } = [.. Assemblies.SelectMany(assembly => assembly.GetTypes())];
}
