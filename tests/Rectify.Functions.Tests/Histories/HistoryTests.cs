using System.Runtime.CompilerServices;
using Microsoft.DurableTask;
using Rectify.Functions.Cases;

namespace Rectify.Functions.Tests.Histories;

/// <summary>Instances that were recorded yesterday run on with today's code. What to do when one does not: docs/histories.md.</summary>
public sealed class HistoryTests(AppCode code) : IClassFixture<AppCode>
{
    public static TheoryData<string> Recorded => [.. Directory.GetFiles(Folder(), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Todays_code_replays_what_is_recorded(string history) =>
        Assert.Null(code.Difference(Read(history), code.Catalog));

    [Fact]
    public void Every_orchestrator_has_a_recorded_history_of_each_situation()
    {
        string[] situations = ["waiting", "woken-by-an-event", "woken-by-its-timer", "changed-before-the-wait", "retrying", "failed", "ended"];
        Assert.NotEmpty(AppCode.Orchestrators);
        Assert.All(AppCode.Orchestrators, orchestrator => Assert.All(situations, situation =>
            Assert.Contains(Recorded, row => row.Data.StartsWith($"{orchestrator}.{situation}", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_step_that_is_put_before_the_others_is_found_in_every_history_of_its_orchestrator()
    {
        var changed = new ChangedCode(code.Catalog, nameof(CaseWorkflow), async context =>
        {
            await context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
            await CaseWorkflow.RunAsync(context);
        });

        Assert.All(Of(nameof(CaseWorkflow)), history => Assert.Equal(
            "turn 0: the record says activity 'CarryOutCase' #0, the code asks for timer #0", code.Difference(Read(history), changed)));
    }

    [Fact]
    public void A_wait_that_is_left_out_is_found()
    {
        var changed = new ChangedCode(code.Catalog, nameof(CaseWorkflow), async context =>
        {
            var caseId = context.GetInput<string>();
            await context.CallActivityAsync<Plan>(nameof(CaseActivities.CarryOutCase), caseId, Waiting.Retries);
            context.ContinueAsNew(caseId);
        });

        Assert.Equal(
            "turn 1: the record says timer #1, the code asks for nothing more",
            code.Difference(Read("CaseWorkflow.waiting-for-a-reminder"), changed));
    }

    [Fact]
    public void A_retry_policy_that_gives_up_earlier_is_found()
    {
        var once = TaskOptions.FromRetryPolicy(new RetryPolicy(maxNumberOfAttempts: 1, firstRetryInterval: TimeSpan.FromSeconds(5)));
        var changed = new ChangedCode(code.Catalog, nameof(CaseWorkflow), context =>
            context.CallActivityAsync<Plan>(nameof(CaseActivities.CarryOutCase), context.GetInput<string>(), once));

        Assert.Equal(
            "turn 1: the record says timer #1, the code asks for nothing more",
            code.Difference(Read("CaseWorkflow.retrying"), changed));
    }

    private static IEnumerable<string> Of(string orchestrator) =>
        Recorded.Select(row => row.Data).Where(history => history.StartsWith(orchestrator, StringComparison.Ordinal));

    private static string Read(string history) => File.ReadAllText(Path.Combine(Folder(), history + ".json"));

    private static string Folder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
