using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Time.Testing;
using Rectify.Durable.Sqlite.Replay;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Tests;

public sealed class TurnCommitTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rectify-store-").FullName;
    private readonly Database database;
    private readonly StoreWriter store;

    public TurnCommitTests()
    {
        database = Database.Open(new EngineOptions { DatabasePath = Path.Combine(folder, "durable.db") }, OlderSchema.Refuse);
        store = new StoreWriter(database.Writer, new FakeTimeProvider());
    }

    [Fact]
    public void A_turn_commits_once_and_is_refused_the_second_time()
    {
        var turn = FirstTurn();

        Assert.NotNull(Write(() => store.CommitTurn(turn)));
        Assert.Null(Write(() => store.CommitTurn(turn)));
    }

    [Fact]
    public void A_turn_of_an_instance_that_was_terminated_meanwhile_is_refused()
    {
        var turn = FirstTurn();
        Write(() =>
        {
            store.Terminate(store.Find("one")!, "\"enough\"");
            return true;
        });

        Assert.Null(Write(() => store.CommitTurn(turn)));
    }

    [Fact]
    public void A_turn_of_an_instance_that_was_replaced_meanwhile_is_refused()
    {
        var turn = FirstTurn();
        Write(() =>
        {
            store.Delete(store.Find("one")!);
            return store.InsertInstance("one", "Main", "", null, null, null, null);
        });

        Assert.Null(Write(() => store.CommitTurn(turn)));
    }

    [Fact]
    public void A_turn_whose_inbox_row_is_gone_commits_nothing()
    {
        var turn = FirstTurn();
        Write(() =>
        {
            store.RemoveMessages(turn.Consumed.Select(message => message.Sequence));
            return true;
        });

        store.Begin();
        Assert.Throws<InvalidOperationException>(() => store.CommitTurn(turn));
        store.Rollback();
        Assert.Equal(OrchestrationRuntimeStatus.Pending, Write(() => store.Find("one")!.Status));
    }

    [Fact]
    public void The_result_of_an_activity_is_taken_once_and_only_by_the_execution_that_called()
    {
        var first = FirstTurn(new RecordedDecision.TaskScheduled(0, "A", null, null));
        Write(() => store.CommitTurn(first));
        var work = Assert.Single(store.Effects.Activities);

        Write(() =>
        {
            store.CompleteActivity(work, "1", null);
            store.CompleteActivity(work, "1", null);
            return true;
        });
        Assert.Single(store.Effects.Messages);

        Write(() =>
        {
            store.CompleteActivity(work with { Execution = work.Execution + 1 }, "1", null);
            return true;
        });
        Assert.Empty(store.Effects.Messages);
    }

    public void Dispose()
    {
        database.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private TurnResult FirstTurn(params RecordedDecision[] decisions)
    {
        Write(() => store.InsertInstance("one", "Main", "", null, null, null, null));
        var start = store.Effects.Messages.Single();
        var outcome = new TurnOutcome(decisions, [], null, null);
        return new TurnResult(start.Started!, store.Now, [start], [1], outcome);
    }

    private T Write<T>(Func<T> write)
    {
        store.Begin();
        store.BeginOperation(default);
        var result = write();
        store.Commit();
        return result;
    }
}
