using Rectify.Worker.Tests.Hosting;
using Rectify.Worker.Tests.Publishing;

namespace Rectify.Worker.Tests.Journeys;

/// <summary>One app, two hosts: what a case leaves behind is the same.</summary>
public sealed class ComparisonTests(PublishedApp app)
{
    [Theory]
    [InlineData(nameof(Scenario.MissedDeadline))]
    [InlineData(nameof(Scenario.ExtendedAndReleased))]
    public async Task Ledger_and_mails_of_a_whole_case_are_those_of_the_server(string name)
    {
        var scenario = Scenario.Named(name);
        await using var server = await ServerOffice.StartAsync(scenario.Start);
        var expected = await server.PlayAsync(scenario);

        await using var worker = await WorkerHost.StartAsync(app.Folder, scenario.Start);
        var actual = await worker.PlayAsync(scenario);

        actual.MustEqual(expected);
        Assert.True(actual is { Entries.Count: > 5, Mails.Count: > 20 }, $"{actual.Entries.Count} entries, {actual.Mails.Count} mails");
    }
}
