using BenchmarkDotNet.Attributes;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;
using Rectify.Durable.Sqlite.Replay;

namespace Rectify.Bench.Engine;

/// <summary>An orchestrator that adds up what activities give, in a turn for each; results are per turn.</summary>
public class TurnBenchmarks
{
    private const int Short = 50;
    private const int Long = 5_000;

    private static readonly DateTimeOffset At = new(2030, 1, 1, 8, 0, 0, TimeSpan.Zero);
    private readonly List<Turn> shortHistory = Record(Short);
    private readonly List<Turn> longHistory = Record(Long);
    private readonly byte[] stored = HistoryJson.Write(Record(1)[1]);
    private readonly OrchestrationRun warm = New();
    private int next;

    [GlobalSetup]
    public void Start() => Advance(warm, [new HistoryEvent.ExecutionStarted()]);

    [Benchmark(OperationsPerInvoke = Short)]
    public int CallWithoutReplay()
    {
        return AddAsync(Short).GetAwaiter().GetResult();

        static async Task<int> AddAsync(int count)
        {
            var sum = 0;
            for (var n = 0; n < count; n++)
            {
                sum += await DoubleAsync(n);
            }

            return sum;
        }

        static async Task<int> DoubleAsync(int n)
        {
            await Task.CompletedTask;
            return 2 * n;
        }
    }

    [Benchmark(OperationsPerInvoke = Short)]
    public string? ReplayShort() => HistoryReplay.FindDifference(New(), shortHistory);

    [Benchmark(OperationsPerInvoke = Long)]
    public string? ReplayLong() => HistoryReplay.FindDifference(New(), longHistory);

    [Benchmark]
    public object WarmTurn() => Advance(warm, [new HistoryEvent.TaskCompleted(next++, "2")]);

    [Benchmark]
    public object WriteHistory() => HistoryJson.Write(longHistory[1]);

    [Benchmark]
    public object ReadHistory() => HistoryJson.Read(stored);

    private static OrchestrationRun New() => new(
        new ExecutionIdentity("benchmark", "1", "Add", "", null, null, null),
        AddAsync,
        new OrchestrationFactory(JsonDataConverter.Default, NullLoggerFactory.Instance, null, null),
        _ => { });

    private static TurnOutcome Advance(OrchestrationRun run, IReadOnlyList<HistoryEvent> events) =>
        run.AdvanceAsync(At, events, CancellationToken.None).Result;

    private static async Task<object?> AddAsync(TaskOrchestrationContext context)
    {
        var sum = 0;
        for (var n = 0; ; n++)
        {
            sum += await context.CallActivityAsync<int>("Double", n);
            if (sum < 0)
            {
                return sum;
            }
        }
    }

    private static List<Turn> Record(int turns)
    {
        var (run, recorded) = (New(), new List<Turn>());
        for (var n = 0; n <= turns; n++)
        {
            IReadOnlyList<HistoryEvent> events = n == 0 ? [new HistoryEvent.ExecutionStarted()]
                : [new HistoryEvent.TaskCompleted(n - 1, "2")];
            var outcome = Advance(run, events);
            recorded.Add(new Turn(At, events, outcome.Decisions, outcome.Ending?.Name));
        }

        return recorded;
    }
}
