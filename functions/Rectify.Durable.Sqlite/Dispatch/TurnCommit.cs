using Rectify.Durable.Sqlite.Commits;
using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Dispatch;

/// <summary>The commit of a turn.</summary>
internal sealed class TurnCommit(Dispatcher dispatcher, InstanceEntry entry, TurnStep.Taken turn) : StoreOperation
{
    private CommittedTurn? committed;

    public override void Apply(StoreWriter store) => committed = store.CommitTurn(turn.Result);

    public override void Committed() => dispatcher.Finish(entry, turn, committed);

    public override void Failed(Exception cause) => dispatcher.Reload(entry, turn.Result.Before, cause);
}
