using Microsoft.Extensions.Configuration;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Settings;

namespace Rectify.Functions.Tests.Orchestrations;

public sealed class RetentionSettingTests
{
    [Theory]
    [InlineData(null, 400)]
    [InlineData("", 400)]
    // boundary
    [InlineData("1", 1)]
    [InlineData("36525", 36525)]
    public void Ended_orchestrations_are_kept_for_so_many_days(string? text, int days) =>
        Assert.Equal(TimeSpan.FromDays(days), Read(text));

    [Theory]
    [InlineData("never")]
    [InlineData("Never")]
    public void They_can_be_kept_for_ever(string text) => Assert.Null(Read(text));

    [Theory]
    // boundary
    [InlineData("0")]
    [InlineData("36526")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("a year")]
    public void Anything_else_is_refused_with_its_value(string text)
    {
        var refused = Assert.Throws<SettingException>(() => Read(text));

        Assert.Contains($"Durable__RetentionDays is 1 to 36525 days, or 'never'; got '{text}'", refused.Message, StringComparison.Ordinal);
    }

    private static TimeSpan? Read(string? text) => RetentionSetting.Read(
        new ConfigurationBuilder().AddInMemoryCollection([new(RetentionSetting.Name, text)]).Build()).Age;
}
