using System.Text.RegularExpressions;
using Rectify.Functions.Tests.Infrastructure;

namespace Rectify.Functions.Tests;

/// <summary>Names that are Microsoft's are left to Microsoft.</summary>
public partial class NamespacesTests
{
    private const string StandIn = "functions/Azure.Communication.Email/";

    [Fact]
    public void Nothing_but_the_mail_stand_in_declares_a_type_in_a_namespace_of_Microsofts()
    {
        var sources =
            from folder in (string[])["functions", "tests", "bench"]
            from file in Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            let name = Path.GetRelativePath(Repository.PathOf("."), file).Replace('\\', '/')
            where !name.Split('/').Any(part => part is "bin" or "obj" or "node_modules")
            select (Name: name, Declares: Declaration().IsMatch(File.ReadAllText(file)));

        var declaring = sources.Where(source => source.Declares).Select(source => source.Name).ToList();
        Assert.NotEmpty(declaring);
        Assert.All(declaring, name => Assert.StartsWith(StandIn, name, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^\s*namespace\s+(Microsoft|Azure)\b", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
