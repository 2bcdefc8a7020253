using Rectify.Office.Ledger;
using Rectify.Office.Outbox;
using Rectify.Office.Register;

namespace Rectify.Functions.Tests.Ledger.Tables;

/// <summary>A ledger whose service is busy, throttled and loses answers keeps every promise of one that is well.</summary>
public sealed class TablesFlakyLedgerTests : LedgerContract, IAsyncLifetime
{
    private Flaky flaky = null!;

    protected override ILedger Ledger => flaky.Storage.Ledger;

    protected override IOutbox Outbox => flaky.Storage.Outbox;

    protected override IRegisterStore Registry => flaky.Storage.Registry;

    public async ValueTask InitializeAsync() => flaky = await Flaky.StartAsync();

    public ValueTask DisposeAsync() => flaky.DisposeAsync();

    protected override ILedger OpenAgain() => flaky.Storage.OpenAgain();
}

/// <summary>The same of an outbox.</summary>
public sealed class TablesFlakyOutboxTests : OutboxContract, IAsyncLifetime
{
    private Flaky flaky = null!;

    protected override ILedger Ledger => flaky.Storage.Ledger;

    protected override IOutbox Outbox => flaky.Storage.Outbox;

    protected override IRegisterStore Registry => flaky.Storage.Registry;

    public async ValueTask InitializeAsync() => flaky = await Flaky.StartAsync();

    public ValueTask DisposeAsync() => flaky.DisposeAsync();

    protected override ILedger OpenAgain() => flaky.Storage.OpenAgain();
}

/// <summary>Tables behind a service that has a bad day.</summary>
internal sealed class Flaky : IAsyncDisposable
{
    private readonly FlakyService service;

    private Flaky(FlakyService service) => (this.service, Storage) = (service, new TablesStorage(service.ConnectionString));

    public TablesStorage Storage { get; }

    public static async Task<Flaky> StartAsync() => new(await FlakyService.StartAsync(Day(TestContext.Current.TestOutputHelper)));

    public ValueTask DisposeAsync() => service.DisposeAsync();

    // Of ten requests one is refused, one throttled, and of one the answer is lost.
    private static Func<FlakyService.Mischief> Day(ITestOutputHelper? output)
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
