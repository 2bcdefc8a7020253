using Microsoft.Extensions.Configuration;
using Rectify.Functions.Access;
using Rectify.Office.Settings;
using Rectify.Storage.Sqlite.Access;

namespace Rectify.Functions.Tests.Access;

public sealed class KeySettingsTests : IDisposable
{
    private const string Twenty = "12345678901234567890";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rectify-keys-");

    public void Dispose() => folder.Delete(recursive: true);

    // boundary
    [Fact]
    public void A_key_of_twenty_characters_opens() => Assert.NotNull(Read(("Access:OfficerKey", Twenty)).Find(Twenty));

    [Theory]
    [InlineData("Access:OfficerKey", "1234567890123456789")]
    [InlineData("Access:OfficerKey", "k")]
    [InlineData("Access:Keys:0:Key", "1234567890123456789")]
    public void A_shorter_key_is_refused_at_the_start_without_being_repeated(string setting, string key)
    {
        var refused = Assert.Throws<SettingException>(
            () => Read(("Access:Keys:0:Name", "审计"), ("Access:Keys:0:Role", "auditor"), ("Access:Keys:0:Key", Twenty), (setting, key)));

        Assert.Equal($"The setting {setting} has at least 20 characters; got {key.Length}.", refused.Message);
    }

    [Theory]
    [InlineData("Access:OfficerKey", "Access:Keys:0:Key")]
    [InlineData("Access:Keys:0:Key", "Access:Keys:1:Key")]
    public void One_key_in_two_records_is_refused_at_the_start_and_both_are_named(string first, string second)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Access:Keys:0:Name"] = "审计",
            ["Access:Keys:0:Role"] = "auditor",
            ["Access:Keys:0:Key"] = $"{Twenty}a",
            ["Access:Keys:1:Name"] = "领导",
            ["Access:Keys:1:Role"] = "reader",
            ["Access:Keys:1:Key"] = $"{Twenty}b",
            [first] = $"{Twenty}c",
            [second] = $"{Twenty}c",
        };

        var refused = Assert.Throws<SettingException>(() => Read([.. settings.Select(setting => (setting.Key, setting.Value))]));

        Assert.StartsWith($"The settings {first} and {second} hold the same key.", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Twenty, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_with_the_key_that_the_first_start_made_is_refused_too()
    {
        var file = new SqliteOfficerKey(folder.FullName);
        var made = "";
        file.CreateIfMissing(key => made = key);

        Assert.Throws<SettingException>(
            () => Read(("Access:Keys:0:Name", "审计"), ("Access:Keys:0:Role", "auditor"), ("Access:Keys:0:Key", made)));
    }

    private KeyRing Read(params (string Name, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>();
        foreach (var (name, value) in settings) all[name] = value;
        return KeyRing.Read(new ConfigurationBuilder().AddInMemoryCollection(all).Build(), new SqliteOfficerKey(folder.FullName));
    }
}
