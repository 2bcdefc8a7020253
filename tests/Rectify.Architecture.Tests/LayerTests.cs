using ArchUnitNET.Domain.Extensions;

namespace Rectify.Architecture.Tests;

/// <summary>Projects and their folders refer to each other in one direction only.</summary>
public sealed class LayerTests
{
    // What the layer of an office's work knows nothing of: hosts, HTTP, storages, mail systems.
    private static readonly string[] NotForTheOffice =
        ["Microsoft.Azure", "Microsoft.AspNetCore", "Microsoft.DurableTask", "Microsoft.Data", "Azure", "MailKit", "MimeKit",
            "System.Net.Http"];

    public static TheoryData<string> Projects => [.. Layers.Allowed.Keys];

    [Fact]
    public void Every_project_has_its_layer() => Assert.Equal(
        Layers.Allowed.Keys.Order(StringComparer.Ordinal),
        Directory.EnumerateDirectories(Path.Combine(Layers.Root, "functions"))
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
            .Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Projects))]
    public void A_project_refers_only_to_layers_below(string project) =>
        Assert.Subset(Layers.Allowed[project].ToHashSet(), Layers.ReferencesOf(project).ToHashSet());

    [Theory, MemberData(nameof(Projects))]
    public void The_folders_of_a_project_refer_to_each_other_in_one_direction(string project)
    {
        var cycles = FolderGraph.CyclesIn(FolderGraph.Of(project));
        Assert.True(cycles.Count == 0, string.Join('\n', cycles));
    }

    [Theory]
    [InlineData("Rectify.Domain")]
    [InlineData("Rectify.Office")]
    public void What_the_office_does_knows_no_host_no_storage_and_no_mail_system(string project)
    {
        var strangers =
            from type in Layers.TypesOf(project)
            from used in type.GetTypeDependencies()
            where NotForTheOffice.Any(prefix => used.FullName.StartsWith($"{prefix}.", StringComparison.Ordinal))
            select $"{type.FullName} uses {used.FullName}";
        Assert.Empty(strangers.Distinct());
    }
}
