using Rectify.Durable.Sqlite.Storage;

namespace Rectify.Durable.Sqlite.Commits;

/// <summary>A write of the engine itself, with what to do after its commit or its failure.</summary>
internal sealed class EngineOperation(Action<StoreWriter> write, Action committed, Action<Exception> failed) : StoreOperation
{
    public override void Apply(StoreWriter store) => write(store);

    public override void Committed() => committed();

    public override void Failed(Exception cause) => failed(cause);
}
