using System.Reflection;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

namespace Rectify.Server.Functions;

/// <summary>Finds the method of a function by its entry point <c>Namespace.Class.Method</c>, as the Functions worker does.</summary>
internal static class EntryPoint
{
    private const BindingFlags PublicMethods = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

    /// <exception cref="HostStartException">There is no such public method, or more than one.</exception>
    public static MethodInfo Find(IFunctionMetadata metadata, Func<string, HostStartException> refuse)
    {
        var written = metadata.EntryPoint ?? string.Empty;
        var dot = written.LastIndexOf('.');
        if (dot <= 0)
        {
            throw refuse("its entry point is a class and a method");
        }

        var type = Load(metadata, refuse).GetType(written[..dot])
            ?? throw refuse($"{metadata.ScriptFile} has no class {written[..dot]}; a class of functions lies in no other class");
        var methods = type.GetMethods(PublicMethods).Where(method => method.Name == written[(dot + 1)..]).ToList();
        return methods switch
        {
            [var method] => method,
            [] => throw refuse("its method is not public"),
            _ => throw refuse("its class has more than one method of that name"),
        };
    }

    private static Assembly Load(IFunctionMetadata metadata, Func<string, HostStartException> refuse)
    {
        try
        {
            return Assembly.Load(new AssemblyName(Path.GetFileNameWithoutExtension(metadata.ScriptFile!)));
        }
        catch (Exception e) when (e is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            throw refuse($"the assembly {metadata.ScriptFile} cannot be loaded: {e.Message.TrimEnd('.')}");
        }
    }
}
