using System.Globalization;

namespace Rectify.Durable.Sqlite.Tests.Faults;

/// <summary>
/// A real process under load is killed at seeded moments. RECTIFY_FAULT_KILLS says how often (default 8),
/// RECTIFY_FAULT_SEED which moments.
/// </summary>
public sealed class FaultKillTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rectify-kill-").FullName;

    [Fact]
    public async Task Whatever_the_moment_of_a_kill_nothing_is_lost_and_nothing_is_done_twice()
    {
        var plan = new KillPlan(Setting("RECTIFY_FAULT_SEED", 20300101), Setting("RECTIFY_FAULT_KILLS", 8));
        var progress = new ProgressCheck(folder);
        var log = new List<string> { $"seed {plan.Seed}, {plan.Kills} kills, {plan.Orchestrations} orchestrations" };

        for (var kills = 0; kills < plan.Kills;)
        {
            var moment = plan.Next();
            var killed = await LiveAsync(plan.UpTo(kills), moment, log);
            var store = StoreCopy.Of(Path.Combine(folder, "durable.db"));
            kills += killed ? 1 : 0;
            log.Add(
                $"{(killed ? $"kill {kills}" : "too late")} {moment}: "
                + $"{store.Instances.Count(one => one.HasEnded)} of {store.Instances.Count} ended, "
                + $"{store.Inbox.Count} in the inbox, {store.Activities.Count} activities");
            Check([.. StoreCheck.Problems(store), .. progress.Problems(store)], log);
        }

        await LiveAsync(plan.Orchestrations, new Moment.Never(), log);

        var last = StoreCopy.Of(Path.Combine(folder, "durable.db"));
        log.Add("the end");
        Check([.. StoreCheck.Problems(last), .. progress.Problems(last), .. OutcomeCheck.Problems(last, folder, plan.Orchestrations)], log);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join("\n", log));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<bool> LiveAsync(int upTo, Moment moment, IEnumerable<string> log)
    {
        try
        {
            return await Life.LiveAsync(folder, upTo, moment, TestContext.Current.CancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Check([$"{moment}: {e.Message}"], log);
            throw;
        }
    }

    private static void Check(IReadOnlyList<string> problems, IEnumerable<string> log) => Assert.True(
        problems.Count == 0,
        $"{problems.Count} problems, the first of them:\n{string.Join("\n", problems.Take(20))}\nWhat was done:\n{string.Join("\n", log)}");

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
