using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Azure.Communication.Email;
using Rectify.Functions.Tests.Infrastructure;
using Rectify.Mail.Acs;

namespace Rectify.Functions.Tests.Notices.Acs;

/// <summary>What compiles against the stand-in compiles against the package: all its names are the package's, and used.</summary>
public class StandInTests
{
    private const string Package = "Azure.Communication.Email";

    private static readonly Assembly StandIn = typeof(EmailClient).Assembly;

    private static readonly Assembly Mailer = typeof(AcsSender).Assembly;

    // The list is written from the package's published API, not from the stand-in: to add a line, look it up there.
    [Fact]
    public void The_stand_in_has_names_and_signatures_of_the_package_and_no_others()
    {
        var published = Repository.Text("tests/Rectify.Functions.Tests/Notices/Acs/Azure.Communication.Email-1.1.0.txt");

        Assert.Equal(published.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries), PublicSurface.Of(StandIn));
    }

    [Fact]
    public void The_stand_in_has_nothing_that_the_mailer_does_not_use()
    {
        var used = UsedBy(Mailer);
        var members =
            from type in StandIn.GetExportedTypes()
            from member in PublicSurface.MembersOf(type)
            where member is not FieldInfo && !PublicSurface.IsOverride(member)
            select member;

        Assert.All(members, member => Assert.True(
            MethodsOf(member).Any(used.Contains), $"The mailer does not use {member.DeclaringType}.{member.Name}."));
    }

    [Fact]
    public void Only_the_mailers_assembly_knows_the_package_and_it_knows_no_other_of_ours()
    {
        Assert.Contains(Package, ReferencesOf(Mailer));
        Assert.DoesNotContain(Package, ReferencesOf(typeof(RectifyApp).Assembly));
        Assert.DoesNotContain(ReferencesOf(Mailer), name => name.StartsWith("Rectify", StringComparison.Ordinal));
    }

    private static IEnumerable<string> ReferencesOf(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    private static IEnumerable<MethodBase> MethodsOf(MemberInfo member) =>
        member is PropertyInfo property ? property.GetAccessors() : [(MethodBase)member];

    private static HashSet<MethodBase> UsedBy(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var metadata = file.GetMetadataReader();
        return
        [
            .. from handle in metadata.MemberReferences
               let parent = metadata.GetMemberReference(handle).Parent
               where parent.Kind == HandleKind.TypeReference && IsOfPackage(metadata, (TypeReferenceHandle)parent)
               select assembly.ManifestModule.ResolveMethod(MetadataTokens.GetToken(handle))!,
        ];
    }

    private static bool IsOfPackage(MetadataReader metadata, TypeReferenceHandle type) =>
        metadata.GetTypeReference(type).ResolutionScope is { Kind: HandleKind.AssemblyReference } scope
        && metadata.StringComparer.Equals(metadata.GetAssemblyReference((AssemblyReferenceHandle)scope).Name, Package);
}
