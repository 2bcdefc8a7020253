using System.Globalization;
using Microsoft.DurableTask.Client;
using Rectify.Functions.Orchestrations;

namespace Rectify.Functions.Tests.Kills;

/// <summary>Kills the program over and over while it works, and compares what it leaves with a run that nothing disturbed.</summary>
/// <remarks><c>RECTIFY_KILLS</c> is the number of kills, 20 without it; <c>RECTIFY_KILLS_SEED</c> repeats a failure.</remarks>
public class KillTests
{
    [Fact]
    public async Task A_program_killed_at_twenty_moments_leaves_exactly_what_an_undisturbed_one_leaves()
    {
        var (kills, seed) = (Setting("RECTIFY_KILLS", 20), Setting("RECTIFY_KILLS_SEED", Environment.TickCount & 0xFFFFFF));
        await using var undisturbed = new Run();
        await undisturbed.PlayAsync(KillPlan.None);
        await using var killed = new Run();
        try
        {
            await killed.PlayAsync(KillPlan.Draw(seed, kills, undisturbed.Start!, undisturbed.Steps, undisturbed.Measured));
            Assert.Equal(kills, killed.Kills);
            Check(undisturbed.Books, undisturbed.Books.All(), undisturbed);
            Check(killed.Books, undisturbed.Books.All(), killed);
        }
        catch (Exception failed)
        {
            throw new InvalidOperationException(killed.Saying($"With RECTIFY_KILLS={kills} RECTIFY_KILLS_SEED={seed}: {failed.Message}"),
                failed);
        }
    }

    private static void Check(Books books, IReadOnlyList<string> expected, Run run)
    {
        Assert.All(books.StatesOfCases(), state => Assert.True(state is "closed" or "revoked", run.Saying(state)));
        Assert.Empty(books.UnsentMails());
        Assert.Empty(books.BrokenMails());
        Assert.All(books.Streams(), stream => Assert.Equal(stream.Count(), stream.DistinctBy(e => (e.Type, e.Data)).Count()));
        Assert.All(books.OrchestrationsOfCases(), o => Assert.Equal((o.Id, OrchestrationRuntimeStatus.Completed, ""), o));
        Assert.Contains((Workflows.YearlyCycle.InstanceId, OrchestrationRuntimeStatus.Running, ""), books.Orchestrations());
        Assert.All(
            (string[])["nextRungOpened", "nextRungDeclined", "vetoImposed"],
            type => Assert.Contains(books.Streams(), stream => stream.Any(e => e.Type == type)));
        Assert.All((string[])["duty-due", "duty-overdue"],
            template => Assert.True(books.Count($"notices WHERE template = '{template}'") > 0, run.Saying($"no mail {template}")));

        var found = books.All();
        Assert.True(expected.SequenceEqual(found), Difference(expected, found));
    }

    private static string Difference(IReadOnlyList<string> expected, IReadOnlyList<string> found) =>
        string.Join('\n', [
            "The runs differ.",
            .. expected.Except(found).Take(20).Select(line => $"missing: {line}"),
            .. found.Except(expected).Take(20).Select(line => $"too much: {line}"),
        ]);

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
