using System.Reflection;
using System.Runtime.CompilerServices;

namespace Rectify.Functions.Tests.Notices.Acs;

/// <summary>What other assemblies can use of one, a line for each type and member, in the order of the alphabet.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>A type's line, then those of its members, which begin with the type's name.</summary>
    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().OrderBy(NameOf, StringComparer.Ordinal).SelectMany(type =>
            MembersOf(type).Select(member => $"{NameOf(type)}: {LineOf(member)}").Order(StringComparer.Ordinal).Prepend(LineOf(type)));

    /// <summary>What a type declares for others: public, or protected where the type can be inherited from.</summary>
    public static IEnumerable<MemberInfo> MembersOf(Type type) => type.GetMembers(Declared).Where(member => member switch
    {
        Type => false,
        FieldInfo field => (field.IsPublic || IsProtected(field.Attributes)) && !field.IsSpecialName,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        ConstructorInfo constructor => IsVisible(constructor),
        MethodInfo method => IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)),
        _ => true,
    });

    public static bool IsOverride(MemberInfo member) => member switch
    {
        PropertyInfo property => IsOverride(AccessorOf(property)),
        MethodInfo method => method.GetBaseDefinition() != method,
        _ => false,
    };

    private static string LineOf(Type type) => $"{KindOf(type)} {NameOf(type)}"
        + (type is { IsClass: true, BaseType: { } parent } && parent != typeof(object) ? $" : {NameOf(parent)}" : "");

    private static string KindOf(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => type.IsDefined(typeof(IsReadOnlyAttribute), false) ? "readonly struct" : "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string LineOf(MemberInfo member) => member switch
    {
        FieldInfo { IsLiteral: true } constant => $"{constant.Name} = {constant.GetRawConstantValue()}",
        PropertyInfo property =>
            $"{Modifiers(AccessorOf(property))}{NameOf(property.PropertyType)} {property.Name} {{ {Accessors(property)}}}",
        ConstructorInfo constructor => $"{Modifiers(constructor)}new({Parameters(constructor)})",
        MethodInfo method => $"{Modifiers(method)}{NameOf(method.ReturnType)} {method.Name}({Parameters(method)})",
        _ => member.ToString()!,
    };

    private static MethodInfo AccessorOf(PropertyInfo property) => property.GetAccessors(nonPublic: true)[0];

    private static string Accessors(PropertyInfo property) =>
        (property.GetMethod is { } get && IsVisible(get) ? "get; " : "") + (property.SetMethod is { } set && IsVisible(set) ? "set; " : "");

    private static string Modifiers(MethodBase method) => string.Concat(
        method.IsPublic ? "" : "protected ",
        method is { IsStatic: true } ? "static " : "",
        IsOverride(method) ? "override " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "");

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{NameOf(parameter.ParameterType)} {parameter.Name}" + (parameter.IsOptional ? $" = {DefaultOf(parameter)}" : "")));

    private static string DefaultOf(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => parameter.ParameterType.IsValueType ? "default" : "null",
        var value => value.ToString()!,
    };

    private static string NameOf(Type type) =>
        Nullable.GetUnderlyingType(type) is { } underlying ? $"{NameOf(underlying)}?"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.IsNested ? $"{NameOf(type.DeclaringType!)}.{type.Name}"
        : type.Name;

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsProtected(FieldAttributes attributes) =>
        (attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Family or FieldAttributes.FamORAssem;
}
