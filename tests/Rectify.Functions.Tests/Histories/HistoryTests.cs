using System.Runtime.CompilerServices;
using Microsoft.DurableTask;
using Rectify.Functions.Orchestrations;
using Rectify.Office.Upkeep;

namespace Rectify.Functions.Tests.Histories;

/// <summary>Instances that were recorded yesterday run on with today's code. What to do when one does not: docs/histories.md.</summary>
public sealed class HistoryTests(AppCode code) : IClassFixture<AppCode>
{
    public static TheoryData<string> Recorded =>
        [.. Directory.GetFiles(Folder(), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    public static TheoryData<string, string> Situations =>
        new(Inputs.Keys.SelectMany(orchestrator => Situation.All.Select(situation => (orchestrator, situation.Name))));

    private static Dictionary<string, object> Inputs { get; } = new()
    {
        [nameof(CaseWorkflow)] = "019d3c4136807c8aa8b92f85f37324a2",
        [nameof(TermWorkflow)] = new TermId("019d3c4136807c8aa8b92f85f37324a2", "listing"),
        [nameof(YearlyWorkflow)] = "office",
    };

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Todays_code_replays_what_is_recorded(string history) =>
        Assert.Null(code.Difference(Read(history), code.Catalog));

    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task Durable_Tasks_own_executor_replays_what_is_recorded(string history) =>
        Assert.Null(await OracleReplay.FindDifferenceAsync(Read(history), code.Catalog, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Durable_Tasks_own_executor_finds_a_step_that_is_put_before_the_others()
    {
        var changed = new ChangedCode(code.Catalog, nameof(CaseWorkflow), async context =>
        {
            await context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
            await CaseWorkflow.RunAsync(context);
        });

        Assert.Equal(
            "turn 0: the record says activity 'CarryOutCase' #0, the code asks for timer #0",
            await OracleReplay.FindDifferenceAsync(Read("CaseWorkflow.waiting"), changed, TestContext.Current.CancellationToken));
    }

    /// <remarks>To keep what is recorded, name a folder: <c>RECTIFY_HISTORIES=tests/Rectify.Functions.Tests/Histories</c>.</remarks>
    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Every_situation_recorded_anew_replays_on_both(string orchestrator, string situation)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var recording = new Recording(code.Catalog, Situation.All.Single(one => one.Name == situation));
        var json = await recording.PlayAsync(orchestrator, Inputs[orchestrator], ct);

        Assert.Null(code.Difference(json, code.Catalog));
        Assert.Null(await OracleReplay.FindDifferenceAsync(json, code.Catalog, ct));
        Assert.DoesNotContain("stackTrace", json, StringComparison.OrdinalIgnoreCase);
        if (Environment.GetEnvironmentVariable("RECTIFY_HISTORIES") is { Length: > 0 } folder)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{orchestrator}.{situation}.json"), json + "\n", ct);
        }
    }

    [Fact]
    public void Every_orchestrator_has_a_recorded_history_of_each_situation()
    {
        Assert.Equal(AppCode.Orchestrators.Order(), Inputs.Keys.Order());
        Assert.All(Situations, row => Assert.Contains(Recorded, history => history.Data == $"{row.Data.Item1}.{row.Data.Item2}"));
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
            code.Difference(Read("CaseWorkflow.waiting"), changed));
    }

    [Fact]
    public void A_retry_policy_that_gives_up_earlier_is_found()
    {
        var once = TaskOptions.FromRetryPolicy(new RetryPolicy(maxNumberOfAttempts: 1, firstRetryInterval: TimeSpan.FromSeconds(5)));
        var changed = new ChangedCode(code.Catalog, nameof(CaseWorkflow), context =>
            context.CallActivityAsync<Plan>(nameof(CaseActivities.CarryOutCase), context.GetInput<string>(), once));

        Assert.Equal(
            "turn 2: the record says activity 'CarryOutCase' #2, the code asks for nothing more",
            code.Difference(Read("CaseWorkflow.waiting-after-retries"), changed));
    }

    private static IEnumerable<string> Of(string orchestrator) =>
        Recorded.Select(row => row.Data).Where(history => history.StartsWith(orchestrator, StringComparison.Ordinal));

    private static string Read(string history) => File.ReadAllText(Path.Combine(Folder(), history + ".json"));

    private static string Folder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
