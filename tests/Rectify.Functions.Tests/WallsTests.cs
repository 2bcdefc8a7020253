using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using Rectify.Board;
using Rectify.Domain.Cases;

namespace Rectify.Functions.Tests;

/// <summary>Who may know whom. A wall that falls is noticed here, not in a year.</summary>
public class WallsTests
{
    private static readonly Assembly App = typeof(RectifyApp).Assembly;

    [Fact]
    public void The_domain_knows_the_framework_and_nothing_else()
    {
        var references = typeof(CaseState).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
        Assert.All(references, name => Assert.StartsWith("System", name));
    }

    [Fact]
    public void The_embedded_host_knows_nothing_of_listings()
    {
        var host = App.GetReferencedAssemblies().Single(reference => reference.Name == "Rectify.Embedded");
        Assert.DoesNotContain(Assembly.Load(host).GetReferencedAssemblies(), reference => reference.Name!.StartsWith("Rectify", StringComparison.Ordinal));
    }

    [Fact]
    public void The_pages_know_the_domain_and_the_framework_and_nothing_else()
    {
        var references = typeof(PageRenderer).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
        Assert.All(references, name => Assert.True(name == "Rectify.Domain" || name.StartsWith("System", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal), name));
    }

    // What the Azure flavour leaves out is what only the embedded host has.
    [Fact]
    public void Only_what_the_Azure_flavour_leaves_out_uses_the_embedded_host_by_its_own_name()
    {
        var users =
            from type in App.GetTypes()
            from member in type.GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            where TypesOf(member).Any(used => used.Namespace?.StartsWith("Rectify.Embedded", StringComparison.Ordinal) == true)
            select type;
        Assert.All(users, type => Assert.True(type.Namespace == "Rectify.Functions.Rehearsal" || HasAnEmbeddedFile(type), type.FullName));
    }

    // The Azure flavour is compiled without them: a name of theirs anywhere else would break it, and nothing here would notice.
    [Fact]
    public void What_drives_the_embedded_host_is_named_by_nothing_that_the_Azure_flavour_compiles()
    {
        var project = Path.GetFullPath(Path.Combine(Here(), "..", "..", "functions", "Rectify.Functions"));
        var left = Regex.Match(File.ReadAllText(Path.Combine(project, "Rectify.Functions.csproj")), "<Compile Remove=\"(?<files>[^\"]*Rehearsal/[^\"]*)\"").Groups["files"].Value.Split(';');
        string[] folders = [.. left.Where(files => files.EndsWith("/**", StringComparison.Ordinal)).Select(files => files[..^3])];
        Assert.Contains("Rehearsal", folders);

        var compiled = Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(project, file).Replace('\\', '/'), Text: Regex.Replace(File.ReadAllText(file), "^#if EMBEDDED.*?^#endif", "", RegexOptions.Singleline | RegexOptions.Multiline)))
            .Where(file => !file.Name.EndsWith(".Embedded.cs", StringComparison.Ordinal) && !folders.Concat(["obj", "bin"]).Any(folder => file.Name.StartsWith($"{folder}/", StringComparison.Ordinal)))
            .ToList();
        Assert.Contains(compiled, file => file.Name == "Program.cs");
        Assert.All(folders, folder => Assert.DoesNotContain(compiled, file => file.Text.Contains($"using Rectify.Functions.{folder};", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_orchestrator_is_static_and_is_given_its_context_alone()
    {
        var orchestrators = App.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetParameters().Any(p => p.GetCustomAttribute<OrchestrationTriggerAttribute>() is not null)).ToList();

        Assert.NotEmpty(orchestrators);
        Assert.All(orchestrators, method => Assert.True(method is { IsStatic: true } && method.GetParameters().Length == 1, method.DeclaringType!.Name));
    }

    private static bool HasAnEmbeddedFile(Type type) => File.Exists(Path.Combine(
        Here(), "..", "..", "functions", "Rectify.Functions", Path.Combine(type.Namespace!.Split('.')[2..]), $"{Outermost(type).Name}.Embedded.cs"));

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        MethodBase method =>
        [
            .. method.GetParameters().Select(p => p.ParameterType),
            .. method is MethodInfo { ReturnType: var type } ? [type] : Type.EmptyTypes,
            .. method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? [],
        ],
        _ => [],
    };
}
