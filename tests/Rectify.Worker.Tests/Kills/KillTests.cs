using Rectify.Worker.Tests.Hosting;
using Rectify.Worker.Tests.Journeys;
using Rectify.Worker.Tests.Publishing;

namespace Rectify.Worker.Tests.Kills;

/// <summary>The worker is killed and started again, on the same data folder and before the same task hub.</summary>
public sealed class KillTests(PublishedApp app)
{
    [Fact]
    public async Task Kills_of_the_worker_in_the_middle_of_a_case_lose_nothing_and_double_nothing()
    {
        await using var undisturbed = await WorkerHost.StartAsync(app.Folder, Scenario.MissedDeadline.Start);
        var expected = await undisturbed.PlayAsync(Scenario.MissedDeadline);

        await using var host = await WorkerHost.StartAsync(app.Folder, Scenario.MissedDeadline.Start);
        await using var office = new KilledOffice(
            host,

            // The listing is in the ledger and its orchestration is not started: the caller repeats the request.
            new KillPoint("StartInstance", 1, CallMoment.Asked),
            new KillPoint("CarryOutCase", 1, CallMoment.Answered),
            new KillPoint("CaseWorkflow", 5, CallMoment.Asked),
            new KillPoint("CarryOutCase", 4, CallMoment.Asked),
            new KillPoint("CaseWorkflow", 9, CallMoment.Answered),

            // The deadline has passed and the veto is in the ledger.
            new KillPoint("CarryOutTerm", 2, CallMoment.Answered));
        (await office.PlayAsync(Scenario.MissedDeadline)).MustEqual(expected);
        Assert.Empty(office.Ahead);
    }
}
