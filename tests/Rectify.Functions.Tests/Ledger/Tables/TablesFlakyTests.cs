using Rectify.Functions.Ledger;
using Rectify.Functions.Notices;
using Rectify.Functions.Registry;

namespace Rectify.Functions.Tests.Ledger.Tables;

/// <summary>A ledger whose service is busy, throttled and loses answers keeps every promise of one that is well.</summary>
public sealed class TablesFlakyLedgerTests : LedgerContract, IAsyncLifetime
{
    private FlakyService service = null!;
    private TablesStorage storage = null!;

    protected override ILedger Ledger => storage.Ledger;

    protected override IOutbox Outbox => storage.Outbox;

    protected override IRegistry Registry => storage.Registry;

    public async ValueTask InitializeAsync()
    {
        service = await FlakyService.StartAsync(Flaky.Day(TestContext.Current.TestOutputHelper));
        storage = new TablesStorage(service.ConnectionString);
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    protected override ILedger OpenAgain() => storage.OpenAgain();
}

/// <summary>The same of an outbox.</summary>
public sealed class TablesFlakyOutboxTests : OutboxContract, IAsyncLifetime
{
    private FlakyService service = null!;
    private TablesStorage storage = null!;

    protected override ILedger Ledger => storage.Ledger;

    protected override IOutbox Outbox => storage.Outbox;

    protected override IRegistry Registry => storage.Registry;

    public async ValueTask InitializeAsync()
    {
        service = await FlakyService.StartAsync(Flaky.Day(TestContext.Current.TestOutputHelper));
        storage = new TablesStorage(service.ConnectionString);
    }

    public ValueTask DisposeAsync() => service.DisposeAsync();

    protected override ILedger OpenAgain() => storage.OpenAgain();
}

internal static class Flaky
{
    /// <summary>A bad day of a service: of ten requests one is refused, one throttled, and of one the answer is lost.</summary>
    public static Func<FlakyService.Mischief> Day(ITestOutputHelper? output)
    {
        var seed = Environment.TickCount;
        output?.WriteLine($"Seed {seed}");
        var (random, gate) = (new Random(seed), new Lock());
        return () =>
        {
            lock (gate)
            {
                return random.Next(10) switch
                {
                    0 => FlakyService.Mischief.Busy,
                    1 => FlakyService.Mischief.Throttled,
                    2 => FlakyService.Mischief.LostAnswer,
                    _ => FlakyService.Mischief.None,
                };
            }
        };
    }
}
