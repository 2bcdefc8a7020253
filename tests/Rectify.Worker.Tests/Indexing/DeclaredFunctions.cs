using System.Reflection;
using System.Runtime.InteropServices;

namespace Rectify.Worker.Tests.Indexing;

/// <summary>Reads what the app's code declares by attributes, from the published assembly and without running it.</summary>
internal sealed class DeclaredFunctions : IDisposable
{
    private const BindingFlags Every =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly MetadataLoadContext context;
    private readonly Assembly assembly;

    public DeclaredFunctions(string folder)
    {
        var web = Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Http.HttpContext).Assembly.Location)!;
        string[] folders = [folder, RuntimeEnvironment.GetRuntimeDirectory(), web];
        var files = folders.SelectMany(place => Directory.GetFiles(place, "*.dll")).DistinctBy(Path.GetFileName);
        context = new MetadataLoadContext(new PathAssemblyResolver(files));
        assembly = context.LoadFromAssemblyPath(Path.Combine(folder, "Rectify.Functions.dll"));
    }

    /// <summary>Every method with <c>[Function]</c>, described in one line.</summary>
    public IReadOnlyList<string> Describe() =>
    [
        .. from type in assembly.GetTypes()
           from method in type.GetMethods(Every)
           let function = Find(method.CustomAttributes, "FunctionAttribute")
           where function is not null
           let name = (string)function.ConstructorArguments[0].Value!
           let trigger = method.GetParameters().SelectMany(parameter => parameter.CustomAttributes).Single(IsTrigger)
           select Describe(name, trigger),
    ];

    public void Dispose() => context.Dispose();

    private static string Describe(string name, CustomAttributeData trigger) => trigger.AttributeType.Name switch
    {
        "HttpTriggerAttribute" => FunctionLine.Http(
            name,
            Find(trigger, "AuthorizationLevel") is int level ? Enum.GetName((AuthorizationLevels)level)! : "Function",
            MethodsOf(trigger),
            (string?)Find(trigger, "Route")),
        "TimerTriggerAttribute" =>
            FunctionLine.Timer(name, (string)trigger.ConstructorArguments[0].Value!, Find(trigger, "RunOnStartup") is true),
        var other => FunctionLine.Other(name, other[..^"Attribute".Length]),
    };

    private static CustomAttributeData? Find(IEnumerable<CustomAttributeData> attributes, string type) =>
        attributes.SingleOrDefault(attribute => attribute.AttributeType.Name == type);

    private static bool IsTrigger(CustomAttributeData attribute) =>
        attribute.AttributeType.Name.EndsWith("TriggerAttribute", StringComparison.Ordinal);

    private static IEnumerable<string> MethodsOf(CustomAttributeData trigger) =>
        from list in trigger.ConstructorArguments.Select(argument => argument.Value).OfType<IEnumerable<CustomAttributeTypedArgument>>()
        from method in list
        select (string)method.Value!;

    // A named property, or the constructor's argument whose type has this name.
    private static object? Find(CustomAttributeData attribute, string name) =>
        attribute.NamedArguments.Where(argument => argument.MemberName == name).Select(argument => argument.TypedValue.Value)
            .Concat(attribute.ConstructorArguments.Where(argument => argument.ArgumentType.Name == name).Select(argument => argument.Value))
            .FirstOrDefault();

    private enum AuthorizationLevels
    {
        Anonymous,
        User,
        Function,
        System,
        Admin,
    }
}
