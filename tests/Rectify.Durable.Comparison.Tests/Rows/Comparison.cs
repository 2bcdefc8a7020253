using Rectify.Durable.Comparison.Tests.Hosts;
using Rectify.Durable.Comparison.Tests.Outcomes;

namespace Rectify.Durable.Comparison.Tests.Rows;

/// <summary>Runs a row on both hosts and compares what was told, field by field.</summary>
public abstract class Comparison
{
    private protected static async Task SameAsync(
        Code code, Func<Script, Task> script, params KnownDifference.Expectation[] differences)
    {
        var theirs = await PlayAsync("Microsoft's", InMemoryHost.StartAsync, code, script);
        var ours = await PlayAsync("ours", SqliteHost.StartAsync, code, script);
        Difference.AssertNone(theirs, ours, differences);
    }

    private static async Task<IReadOnlyList<Field>> PlayAsync(
        string name, Func<Code, Journal, Task<IComparedHost>> start, Code code, Func<Script, Task> script)
    {
        var journal = new Journal();
        await using var host = await start(code, journal);
        var played = new Script(host.Client, journal);
        try
        {
            await script(played);
            return played.Fields;
        }
        catch (OperationCanceledException e)
        {
            Assert.Fail($"On {name}: {e.Message}\n{string.Join('\n', played.Fields)}");
            throw;
        }
        finally
        {
            // An activity that is held up would hold up the end of its host.
            journal.OpenAll();
            TestContext.Current.TestOutputHelper?.WriteLine($"On {name}:\n{string.Join('\n', played.Fields)}\n");
        }
    }
}
