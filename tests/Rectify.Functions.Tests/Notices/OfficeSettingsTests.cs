using Microsoft.Extensions.Configuration;
using Rectify.Office.Settings;

namespace Rectify.Functions.Tests.Notices;

public class OfficeSettingsTests
{
    [Fact]
    public void An_empty_setting_is_the_same_as_none()
    {
        string[] names = ["Name", "Email", "DocumentCode", "ReplyCode", "BaseAddress", "Language", "Rulebook"];

        Assert.Equal(OfficeSettings.Read(new ConfigurationManager()), OfficeSettings.Read(Configuration(names.Select(name => (name, "")))));
        Assert.NotEqual(OfficeSettings.Read(new ConfigurationManager()), OfficeSettings.Read(Configuration([("Rulebook", "henan-2016")])));
    }

    private static IConfiguration Configuration(IEnumerable<(string Name, string Value)> values) =>
        new ConfigurationBuilder().AddInMemoryCollection(
            values.Select(value => KeyValuePair.Create($"Office:{value.Name}", (string?)value.Value))).Build();
}
